import { relative } from "node:path";
import type { Action } from "../../command/command.js";
import { asksForHelp } from "../../command/asks-for-help.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { runHere } from "../../local/run-here.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import { listEntities } from "./list-entities.js";
import { mergedOptions } from "./merged-options.js";
import { readInputs } from "./read-inputs.js";
import { runSpec } from "./spec.js";
import { targetOf } from "./target.js";

/** `tsflyte run` */
export const run: Action<typeof runSpec> = async (given, cli) => {
  const target = targetOf(given, cli.host.cwd);
  if (target.kind === "deployed") throw notAFile(target.name);
  const { file, entity: name, rest } = target;
  if (name === undefined) {
    const isAsked = cli.globals.help === true || asksForHelp(rest);
    listEntities(await entitiesOf(file), relative(cli.host.cwd, file), cli.out);
    return isAsked ? ExitCode.Success : ExitCode.Usage;
  }
  const found = await findEntity(file, name);
  const { values, others } = await readInputs(rest, cli.host.cwd);
  const { options, cli: chosen } = cli.reread(runSpec, others);
  return await runHere({ ...found, file, inputs: values }, mergedOptions(given.options, options), chosen);
};

function notAFile(name: string): unknown {
  return errors.USAGE_INVALID({
    command: "tsflyte run",
    problem: `there is no file ${JSON.stringify(name)}`,
    advice: "Give the path of a file that exports tasks or workflows, such as `src/workflows.ts`.",
  });
}
