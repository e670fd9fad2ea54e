import {
  type Binding,
  type Entity,
  isEntity,
  type Node,
  type NodeKey,
  type TracedCondition,
} from "@flytekit-ts/core/plugin";
import type { Docs } from "@flytekit-ts/core";

/** What happens to the rest of a run when a node fails. */
export type FailurePolicy = "fail-immediately" | "fail-after-executable-nodes-complete";

/** What running a workflow body once gives: its nodes in the order of their calls, and its outputs. */
export interface Trace {
  readonly start: NodeKey;
  readonly nodes: readonly Node[];
  /** In the order of the interface. */
  readonly outputs: readonly Binding[];
  /** Conditions that no conditional took. */
  readonly unusedConditions: readonly TracedCondition[];
}

/** Checked options of a workflow. */
export interface WorkflowSettings {
  readonly failurePolicy: FailurePolicy;
  readonly interruptible: boolean;
  readonly docs: Docs | undefined;
}

/** A workflow without its types: what compilers and executors see, however it was written. */
export interface WorkflowEntity extends Entity {
  readonly kind: "workflow";
  readonly settings: WorkflowSettings;
  /** What tells this workflow from another of the same name: the text of what makes it. */
  readonly source: string;
  /** Runs the body; each call is a run of its own. */
  trace(): Trace;
}

/** Whether a value is a workflow, of this copy of the package or another. */
export function isWorkflow(value: unknown): value is WorkflowEntity {
  return isEntity(value) && value.kind === "workflow";
}
