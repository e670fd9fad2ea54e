import type { Signal } from "@flytekit-ts/core/storage";
import type { Action } from "../../command/command.js";
import { asksForHelp } from "../../command/asks-for-help.js";
import { ExitCode } from "../../command/exit-code.js";
import { globalOptions } from "../../command/global-options.js";
import { errors } from "../../errors.js";
import { readInputs } from "../../inputs/read-inputs.js";
import { variablesOf, withVariables } from "../../local/options/environment.js";
import { runHere } from "../../local/run-here.js";
import { shownPath } from "../../project/config-file/shown-path.js";
import { entitiesOf, findEntity } from "../../sources/find-entity.js";
import { listEntities } from "./list-entities.js";
import { mergedOptions } from "./merged-options.js";
import { runSpec } from "./spec.js";
import { targetOf } from "./target.js";
import { variablesBehind } from "./variables-behind.js";

// What a run here does not need is not loaded: a client of clusters is as large as all the rest.

/** `tsflyte run` */
export const run: Action<typeof runSpec> = async (given, cli) => {
  const { cwd, signal } = cli.host;
  const target = targetOf(given, cwd);
  if (target.kind === "deployed") return await (await import("./run-named.js")).runNamed(given, target, cli);
  const { file, entity: name, rest } = target;
  const path = shownPath(file, cwd);
  const variables = new Map([...variablesOf(given.options.env), ...variablesBehind(rest)]);
  // Modules may read variables while they are loaded.
  const load = <T>(work: () => Promise<T>): Promise<T> => withVariables(variables, work);
  if (
    name !== undefined &&
    (given.options.watch === true || (await load(() => isWatched(file, name, { rest, signal }))))
  )
    return await (await import("../../watching/watch-run.js")).watchRun(file, cli);
  if (name === undefined) {
    const isAsked = cli.globals.help === true || asksForHelp(rest);
    // An option that is none of ours has ended the arguments: it is told before anything else.
    if (!isAsked) cli.reread(runSpec, rest);
    const all = await load(() => entitiesOf(file, signal));
    listEntities(all, { file, path, cli });
    if (isAsked) return ExitCode.Success;
    const advice =
      all.length === 0 ? "Export what should run from it." : "Name one of these entities after the file.";
    throw errors.USAGE_INVALID({ command: "tsflyte run", problem: "ENTITY is missing", advice });
  }
  const found = await load(() => findEntity(file, name, signal));
  const command = `tsflyte run ${path} ${name}`;
  const { inputs: asked } = found.entity.interface;
  if (cli.globals.help === true || (!asked.has("help") && asksForHelp(rest))) {
    (await import("./entity-page.js")).printEntityPage({ ...found, file, command }, cli);
    return ExitCode.Success;
  }
  const known = { ...runSpec.options, ...globalOptions };
  const read = await readInputs(found.entity.interface, rest, {
    command,
    options: known,
    cwd,
    signal,
    // Most runs do not read it, and to open it takes a millisecond.
    get stdin() {
      return cli.host.stdin;
    },
  });
  const { options, cli: chosen } = cli.reread(runSpec, read.rest);
  for (const note of read.notes) chosen.out.warn(note);
  const values = mergedOptions(given.options, options);
  const entity = { ...found, file, inputs: read.values };
  const own = variablesOf(values.env);
  // On a cluster they are for the execution, and not for the client that starts it.
  if (values.remote === true)
    return await (
      await import("../../cluster/running/run-on-cluster.js")
    ).runOnCluster(chosen, entity, values);
  return await withVariables(own, () => runHere(entity, values, chosen));
};

// Behind the entity, an input of that name comes first. What cannot be loaded yet is watched too.
async function isWatched(
  file: string,
  name: string,
  { rest, signal }: { readonly rest: readonly string[]; readonly signal: Signal },
): Promise<boolean> {
  if (!rest.includes("--watch") || asksForHelp(rest)) return false;
  try {
    return !(await findEntity(file, name, signal)).entity.interface.inputs.has("watch");
  } catch {
    signal.throwIfAborted();
    return true;
  }
}
