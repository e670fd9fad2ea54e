import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { startLocal } from "@flytekit-ts/local-exec";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { Earlier } from "../command/warm-run.js";
import type { Cli } from "../command/cli.js";
import type { ExitCode } from "../command/exit-code.js";
import type { FoundEntity } from "../sources/found-entity.js";
import type { LocalGiven } from "./options/given.js";
import { journalPlace } from "./journal-place.js";
import { labelsOf } from "./kept/labels.js";
import { runShown } from "./run-shown.js";

/** What is run, and with which inputs. */
export interface Chosen extends FoundEntity {
  readonly file: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Run an entity on this machine as `tsflyte run` does: kept in the project's folder of runs, and shown while it goes on. */
export async function runHere(found: Chosen, given: LocalGiven, cli: Cli): Promise<ExitCode> {
  const { entity, inputs, file } = found;
  const journal = await journalPlace(cli, given.journal, file);
  const journaling = given.journal === true ? "required" : "optional";
  const kept = journal === undefined ? {} : ({ journal, journaling, labels: labelsOf(found) } as const);
  const { watched } = cli.host;
  const codes = watched === undefined || journal === undefined ? undefined : await codesOf(found);
  const earlier = codes === undefined ? undefined : watched?.earlier;
  const isSame = ({ name }: TaskEntity): boolean =>
    codes?.[name] !== undefined && codes[name] === earlier?.codes[name];
  const reuse = earlier === undefined ? {} : { reuse: { run: earlier.run, isSame } };
  return await runShown(cli, { found, journal, given }, (options) => {
    const run = startLocal(entity as Typed<Shape, OutSpec>, inputs, { ...options, ...kept, ...reuse });
    if (codes !== undefined) watched?.ran({ run: run.id, codes });
    return run;
  });
}

// Only for runs that are watched: it takes a parser.
async function codesOf({ entity, file }: Chosen): Promise<Earlier["codes"]> {
  const { taskCodes } = await import("../sources/code/task-codes.js");
  return await taskCodes(entity, file);
}
