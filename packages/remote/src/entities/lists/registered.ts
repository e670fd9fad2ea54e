import type {
  LaunchPlan,
  LaunchPlanClosure,
  LaunchPlanSpec,
  Task,
  TaskClosure,
  Workflow,
  WorkflowClosure,
} from "@flytekit-ts/models/admin";
import type { CompiledWorkflowClosure, Identifier } from "@flytekit-ts/models/core";
import type { ClusterEndpoint } from "./answered.js";
import { answered, createdAtOf } from "./answered.js";

/** A task as a cluster has it. */
export interface RegisteredTask {
  readonly kind: "task";
  readonly id: Identifier;
  /** Its template, as Flyte's compiler left it. */
  readonly closure: TaskClosure;
  readonly createdAt: Date | undefined;
  readonly shortDescription: string;
}

/** A workflow as a cluster has it. */
export interface RegisteredWorkflow {
  readonly kind: "workflow";
  readonly id: Identifier;
  readonly closure: WorkflowClosure;
  /**
   * The workflow with its sub-workflows and tasks, as Flyte's compiler left them. Lists give no more of it than the
   * interface.
   */
  readonly compiled: CompiledWorkflowClosure | undefined;
  readonly createdAt: Date | undefined;
  readonly shortDescription: string;
}

/** A launch plan as a cluster has it. */
export interface RegisteredLaunchPlan {
  readonly kind: "launch-plan";
  readonly id: Identifier;
  readonly spec: LaunchPlanSpec;
  readonly closure: LaunchPlanClosure;
  readonly isActive: boolean;
  readonly createdAt: Date | undefined;
}

/** A task of an answer. @throws `CLUSTER_FAILED` if a part is missing in it */
export function registeredTask({ id, closure, shortDescription }: Task, at: ClusterEndpoint): RegisteredTask {
  const known = answered(closure, "closure", at);
  return {
    kind: "task",
    id: answered(id, "id", at),
    closure: known,
    createdAt: createdAtOf(known.createdAt),
    shortDescription,
  };
}

/** A workflow of an answer. @throws `CLUSTER_FAILED` if a part is missing in it */
export function registeredWorkflow(
  { id, closure, shortDescription }: Workflow,
  at: ClusterEndpoint,
): RegisteredWorkflow {
  const known = answered(closure, "closure", at);
  return {
    kind: "workflow",
    id: answered(id, "id", at),
    closure: known,
    compiled: known.compiledWorkflow,
    createdAt: createdAtOf(known.createdAt),
    shortDescription,
  };
}

/** A launch plan of an answer. @throws `CLUSTER_FAILED` if a part is missing in it */
export function registeredLaunchPlan(
  { id, spec, closure }: LaunchPlan,
  at: ClusterEndpoint,
): RegisteredLaunchPlan {
  const known = answered(closure, "closure", at);
  return {
    kind: "launch-plan",
    id: answered(id, "id", at),
    spec: answered(spec, "spec", at),
    closure: known,
    isActive: known.state === 1,
    createdAt: createdAtOf(known.createdAt),
  };
}
