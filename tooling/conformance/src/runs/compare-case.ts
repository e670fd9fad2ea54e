import type { Entity } from "@flytekit-ts/core";
import { isWorkflow, type WorkflowEntity } from "@flytekit-ts/workflow/compile";
import { isDeepStrictEqual } from "node:util";
import type { LocalRunOfFlytekit } from "../reference-case.js";
import { compareRun } from "./compare-run.js";
import { detailedRun } from "./recorded-run.js";
import { recordedRunsOf } from "./recorded-runs.js";
import type { ModeOptions } from "./run-modes.js";
import type { RunDifference } from "./run-difference.js";
import { runLocally } from "./run-locally.js";

/** One run of a case, and in what it is not as recorded. */
export interface CaseRun {
  readonly run: string;
  readonly differences: readonly RunDifference[];
}

/** Compare the runs of a twin with those of Flyte's engine. */
export async function compareEngineRuns(
  name: string,
  entities: readonly Entity[],
  options?: ModeOptions,
): Promise<readonly CaseRun[]> {
  const compared: CaseRun[] = [];
  for (const row of recordedRunsOf(name)) {
    const workflow = workflowOf(entities, row.workflow);
    const differences = await compareRun(workflow, detailedRun(row, workflow), options);
    compared.push({ run: row.run, differences });
  }
  return compared;
}

/** Compare the runs of a twin with flytekit's own local ones: their outputs, or that they fail. */
export async function compareLocalRuns(
  name: string,
  entities: readonly Entity[],
  runs: readonly LocalRunOfFlytekit[],
): Promise<readonly CaseRun[]> {
  const compared: CaseRun[] = [];
  for (const [index, { entity, inputs, outputs, error }] of runs.entries()) {
    const workflow = workflowOf(entities, entity);
    const ours = await runLocally(workflow, inputs);
    const result = bareResult(workflow, ours.result);
    const given = error === undefined ? JSON.stringify(outputs) : `an error (${error})`;
    // flytekit's JSON has null where a workflow gives nothing.
    const agrees = error === undefined ? isDeepStrictEqual(result ?? null, outputs) : ours.phase === "Failed";
    const made = ours.phase === "Failed" ? String(ours.error) : JSON.stringify(result);
    const differences = agrees ? [] : [{ what: "result", ours: made, engine: given }];
    compared.push({ run: `${name} local ${index}`, differences });
  }
  return compared;
}

// To flytekit a single output is bare, whatever its name is.
function bareResult({ interface: { outputs, outputStyle } }: WorkflowEntity, result: unknown): unknown {
  if (outputStyle !== "named" || outputs.size !== 1) return result;
  const [only] = Object.values(result as object);
  return only;
}

function workflowOf(entities: readonly Entity[], name: string): WorkflowEntity {
  const workflow = entities.find((each) => isWorkflow(each) && each.name === name);
  if (isWorkflow(workflow)) return workflow;
  throw new Error(`no twin of the workflow ${name}`);
}
