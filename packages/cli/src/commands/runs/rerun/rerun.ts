import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { fromLiterals } from "@flytekit-ts/core/literals";
import { localExecErrors, startLocal } from "@flytekit-ts/local-exec";
import { type KeptRun, readRun, rerunLocal } from "@flytekit-ts/local-exec/journal";
import type { Action } from "../../../command/command.js";
import { labelsOf } from "../../../local/kept/labels.js";
import { entityOfRun } from "../../../local/kept/entity-of-run.js";
import { findRun } from "../../../local/kept/find-run.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { variablesOf, withVariables } from "../../../local/options/environment.js";
import { runShown } from "../../../local/run-shown.js";
import { changesOf } from "./changes-of.js";
import type { runsRerunSpec } from "./spec.js";

/** `tsflyte runs rerun` */
export const runsRerun: Action<typeof runsRerunSpec> = async (given, cli) =>
  await withVariables(variablesOf(given.options.env), () => runAgain(given, cli));

const runAgain: Action<typeof runsRerunSpec> = async ({ arguments: { RUN }, options }, cli) => {
  const journal = await runsFolder(cli, options.dir);
  const kept = await readRun(journal, findRun(journal, RUN));
  const { file, entity: name } = options;
  const found = await entityOfRun(kept, { file, entity: name, ...cli.host });
  const entity = found.entity as Typed<Shape, OutSpec>;
  const { from, inputs, outputs } = await changesOf(options, found.entity, cli);
  const before = from === undefined ? { ...(await inputsOf(kept, entity, journal)), ...inputs } : {};
  return await runShown(cli, { found, journal, given: { ...options, journal: true } }, (chosen) => {
    const all = { ...chosen, journal, labels: labelsOf(found) };
    if (from === undefined) return startLocal(entity, before, all);
    const set = {
      ...(inputs === undefined ? {} : { inputs }),
      ...(outputs === undefined ? {} : { outputs }),
    };
    return rerunLocal(entity, { ...all, run: kept.id, from, set });
  });
};

async function inputsOf(
  kept: KeptRun,
  entity: Typed<Shape, OutSpec>,
  journal: string,
): Promise<Readonly<Record<string, unknown>>> {
  const literals = await kept.inputs();
  if (literals === undefined)
    throw localExecErrors.RUN_NOT_FOUND({
      run: kept.id,
      journal,
      problem: "its process ended before its inputs were stored",
    });
  // What is new takes its default, and what is gone nobody takes.
  const types = new Map([...entity.interface.inputs].filter(([name]) => literals.has(name)));
  return fromLiterals(types, literals);
}
