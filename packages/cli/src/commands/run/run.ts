import { relative } from "node:path";
import { describeEntity } from "@flytekit-ts/core/graph";
import { upperFirst } from "@flytekit-ts/core/errors";
import { runOnCluster } from "../../cluster/running/run-on-cluster.js";
import type { Action } from "../../command/command.js";
import { asksForHelp } from "../../command/asks-for-help.js";
import { ExitCode } from "../../command/exit-code.js";
import { globalOptions } from "../../command/global-options.js";
import { readInputs } from "../../inputs/read-inputs.js";
import { runHere } from "../../local/run-here.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import { entityPage } from "./entity-page.js";
import { listEntities } from "./list-entities.js";
import { mergedOptions } from "./merged-options.js";
import { runNamed } from "./run-named.js";
import { runSpec } from "./spec.js";
import { targetOf } from "./target.js";

/** `tsflyte run` */
export const run: Action<typeof runSpec> = async (given, cli) => {
  const { host, out } = cli;
  const target = targetOf(given, host.cwd);
  if (target.kind === "deployed") return await runNamed(given, target, cli);
  const { file, entity: name, rest } = target;
  const shown = relative(host.cwd, file) || file;
  const isAsked = cli.globals.help === true || asksForHelp(rest);
  if (name === undefined) {
    // An option that is none of ours has ended the arguments: it is told before anything else.
    if (!isAsked) cli.reread(runSpec, rest);
    listEntities(await entitiesOf(file), shown, out);
    return isAsked ? ExitCode.Success : ExitCode.Usage;
  }
  const found = await findEntity(file, name);
  const command = `tsflyte run ${given.arguments.FILE} ${name}`;
  const asked = found.entity.interface;
  if (isAsked) {
    entityPage(cli, { command, words: upperFirst(describeEntity(found.entity)), asked });
    return ExitCode.Success;
  }
  const options = { ...runSpec.options, ...globalOptions };
  const read = await readInputs(asked, rest, { ...host, command, options });
  for (const note of read.notes) out.warn(note);
  const { options: behind, cli: chosen } = cli.reread(runSpec, read.rest);
  const values = mergedOptions(given.options, behind);
  const entity = { ...found, file, inputs: read.values };
  return await (values.remote === true
    ? runOnCluster(chosen, entity, values)
    : runHere(entity, values, chosen));
};
