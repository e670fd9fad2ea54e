import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { readRun, resumeLocal } from "@flytekit-ts/local-exec/journal";
import type { Action } from "../../../command/command.js";
import { findRun } from "../../../local/kept/find-run.js";
import { entityOfRun } from "../../../local/kept/entity-of-run.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { variablesOf, withVariables } from "../../../local/options/environment.js";
import { runShown } from "../../../local/run-shown.js";
import type { runsResumeSpec } from "./spec.js";

/** `tsflyte runs resume` */
export const runsResume: Action<typeof runsResumeSpec> = async (given, cli) =>
  await withVariables(variablesOf(given.options.env), () => goOn(given, cli));

const goOn: Action<typeof runsResumeSpec> = async ({ arguments: { RUN }, options }, cli) => {
  const journal = await runsFolder(cli, options.dir);
  const kept = await readRun(journal, findRun(journal, RUN));
  const { file, entity: name } = options;
  const found = await entityOfRun(kept, { file, entity: name, ...cli.host });
  const resuming = {
    run: kept.id,
    onChange: options["rerun-changed"] === true ? ("rerun" as const) : undefined,
    cutAt: options["cut-at"],
  };
  return await runShown(cli, { found, journal, given: { ...options, journal: true } }, (chosen) =>
    resumeLocal(found.entity as Typed<Shape, OutSpec>, { ...chosen, ...resuming, journal }),
  );
};
