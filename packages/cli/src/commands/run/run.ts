import type { Action } from "../../command/command.js";
import { asksForHelp } from "../../command/asks-for-help.js";
import { ExitCode } from "../../command/exit-code.js";
import { globalOptions } from "../../command/global-options.js";
import { errors } from "../../errors.js";
import { readInputs } from "../../inputs/read-inputs.js";
import { runHere } from "../../local/run-here.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import { printEntityPage } from "./entity-page.js";
import { listEntities } from "./list-entities.js";
import { mergedOptions } from "./merged-options.js";
import { runSpec } from "./spec.js";
import { targetOf } from "./target.js";

/** `tsflyte run` */
export const run: Action<typeof runSpec> = async (given, cli) => {
  const { cwd, stdin, signal } = cli.host;
  const target = targetOf(given, cwd);
  if (target.kind === "deployed") throw notAFile(target.name);
  const { file, entity: name, rest } = target;
  const path = shownPath(file, cwd);
  if (name === undefined) {
    listEntities(await entitiesOf(file), { file, path, out: cli.out });
    return cli.globals.help === true || asksForHelp(rest) ? ExitCode.Success : ExitCode.Usage;
  }
  const found = await findEntity(file, name);
  const command = `tsflyte run ${path} ${name}`;
  const { inputs: asked } = found.entity.interface;
  if (cli.globals.help === true || (!asked.has("help") && asksForHelp(rest))) {
    printEntityPage({ ...found, file, command }, cli);
    return ExitCode.Success;
  }
  const own = { ...runSpec.options, ...globalOptions };
  const read = await readInputs(found.entity.interface, rest, { command, options: own, stdin, cwd, signal });
  const { options, cli: chosen } = cli.reread(runSpec, read.rest);
  for (const note of read.notes) chosen.out.warn(note);
  return await runHere(
    { ...found, file, inputs: read.values },
    mergedOptions(given.options, options),
    chosen,
  );
};

function notAFile(name: string): unknown {
  return errors.USAGE_INVALID({
    command: "tsflyte run",
    problem: `there is no file ${JSON.stringify(name)}`,
    advice: "Give the path of a file that exports tasks or workflows, such as `src/workflows.ts`.",
  });
}
