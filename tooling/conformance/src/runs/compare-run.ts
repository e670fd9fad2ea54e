import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { compareFailure, compareHaste, describeError } from "./compare-failure.js";
import { compareSuccess } from "./compare-success.js";
import { patient } from "./patient.js";
import type { RecordedRun } from "./recorded-run.js";
import type { ModeOptions } from "./run-modes.js";
import type { RunDifference } from "./run-difference.js";
import { type LocalOutcome, runLocally } from "./run-locally.js";
import type { TwoRuns } from "./two-runs.js";

const PATIENT: FailurePolicy = "fail-after-executable-nodes-complete";

/** Run a workflow as the engine once did, and compare the two runs. */
export async function compareRun(
  workflow: WorkflowEntity,
  recorded: RecordedRun,
  options?: ModeOptions,
): Promise<readonly RunDifference[]> {
  const { inputs, gates } = recorded;
  const ours = await runLocally(workflow, inputs, gates, options);
  return compareOutcome({ workflow, ours, recorded }, () =>
    runLocally(patient(workflow), inputs, gates, options),
  );
}

/**
 * Compare the outcomes of two runs.
 *
 * The phase always agrees, and what else has to depends on it and on the root's policy. `patiently` runs the
 * workflow where all runs that can; it is asked for only where the first failure ends the run.
 */
export async function compareOutcome(
  runs: TwoRuns,
  patiently: () => Promise<LocalOutcome>,
): Promise<readonly RunDifference[]> {
  const { workflow, ours, recorded } = runs;
  if (ours.phase !== recorded.phase) {
    const ourEnd = ours.phase === "Failed" ? describeError(ours.error) : `giving ${ours.outputs}`;
    const end = recorded.phase === "Failed" ? recorded.error : `giving ${recorded.outputs}`;
    return [{ what: "phase", ours: `${ours.phase}, ${ourEnd}`, engine: `${recorded.phase}, ${end}` }];
  }
  if (recorded.phase === "Succeeded") return compareSuccess(runs);
  return workflow.settings.failurePolicy === PATIENT
    ? compareFailure(runs)
    : compareHaste(runs, await patiently());
}
