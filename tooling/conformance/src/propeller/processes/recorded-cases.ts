import { recordedRunsOf } from "../../runs/recorded-runs.js";
import { type RunTwin, runTwins } from "../../run-twins.js";
import { type Twin, twins } from "../../twins.js";
import { compareCaseByStandIn, type StandInCase } from "../compare-case-by-stand-in.js";
import type { ProcessCase } from "./process-case.js";
import type { ProcessRuns } from "./run-processes.js";

/** The cases of which runs of Flyte's engine were recorded. */
export const recordedCases: readonly ProcessCase[] = [...twins, ...runTwins]
  .filter(({ name }) => recordedRunsOf(name).length > 0)
  .map((twin) => ({ name: twin.name, compare: (runs) => compareRecorded(twin, runs) }));

async function compareRecorded(twin: Twin | RunTwin, runs: ProcessRuns): Promise<readonly StandInCase[]> {
  const module = new URL(`../../../src/cases/${twin.name.replaceAll("_", "-")}.ts`, import.meta.url);
  const { archive } = await runs.packaged(module);
  return compareCaseByStandIn(twin, undefined, await runs.runnerOf(twin.name, [{ archive }]));
}
