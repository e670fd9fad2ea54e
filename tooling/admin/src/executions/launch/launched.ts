import type { LaunchPlanClosure, LaunchPlanSpec } from "@flytekit-ts/models/admin";
import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { entityMissing } from "../../registry/checks/identifiers.js";
import { entityKey, launchPlans, workflows } from "../../registry/tables.js";
import type { State } from "../../state/state.js";
import { assertConcurrency } from "./assert-concurrency.js";
import type { Asked } from "./assert-request.js";
import { planOfTask } from "./plan-of-task.js";
import type { ExecutionBackend } from "../backend.js";

/** What an execution is started from. */
export interface Launched {
  readonly workflowId: Identifier;
  readonly spec: LaunchPlanSpec;
  readonly closure: Pick<LaunchPlanClosure, "expectedInputs" | "expectedOutputs">;
  /** Whether plans count: of a single task there is none whose options do. */
  readonly isPlan: boolean;
  readonly assertRoom: () => void;
}

/** The plan that a request names, or one that is made for the task that it names. @throws Refusal NOT_FOUND */
export function launched(backend: ExecutionBackend, { entity: id, spec: wanted }: Asked): Launched {
  const { state } = backend;
  if (id.resourceType === ResourceType.TASK) {
    const plan = planOfTask(backend, id, wanted);
    return { ...plan, isPlan: false, assertRoom: () => undefined };
  }
  const row = state.table(launchPlans).get(entityKey(id));
  if (row === undefined) throw entityMissing(ResourceType.LAUNCH_PLAN, id);
  const { spec, closure } = row;
  return {
    workflowId: workflowId(state, spec.workflowId ?? id),
    spec,
    closure,
    isPlan: true,
    assertRoom: () => assertConcurrency(state, row),
  };
}

function workflowId(state: State, id: Identifier): Identifier {
  const row = state.table(workflows).get(entityKey(id));
  if (row === undefined) throw entityMissing(ResourceType.WORKFLOW, id);
  return row.id;
}
