import type { FlytekitError } from "@flytekit-ts/core/errors";
import {
  type Binding,
  type Entity,
  type FailurePolicy,
  isEntity,
  type Node,
  type NodeKey,
  type OpenConditional,
  type TracedCondition,
} from "@flytekit-ts/core/graph";
import type { Docs } from "@flytekit-ts/core";

export type { FailurePolicy };

/** What running a workflow body once gives: its nodes in the order of their calls, and its outputs. */
export interface Trace {
  readonly start: NodeKey;
  readonly nodes: readonly Node[];
  /** In the order of the interface. */
  readonly outputs: readonly Binding[];
  /** Runs when the workflow fails; it is not among `nodes`. */
  readonly failureNode?: FailureNode | undefined;
  /** Conditions that no conditional took. */
  readonly unusedConditions: readonly TracedCondition[];
  /** Conditionals that were given no last arm. */
  readonly openConditionals: readonly OpenConditional[];
  /**
   * What is wrong with calls and outputs, each at its line. Nodes lack what was wrong, so a trace with faults is
   * good for telling them and nothing else.
   */
  readonly faults: readonly FlytekitError[];
  /** What automatic node ids begin with; nothing but in the body of a dynamic. */
  readonly idPrefix?: string | undefined;
}

/** The node of a failure handler. */
export interface FailureNode {
  readonly id: string;
  readonly node: Node;
}

/** Labels and annotations of the executions that a workflow's default launch plan starts. */
export interface DefaultOptions {
  readonly labels?: { readonly [name: string]: string } | undefined;
  readonly annotations?: { readonly [name: string]: string } | undefined;
}

/** Checked options of a workflow. */
export interface WorkflowSettings {
  readonly failurePolicy: FailurePolicy;
  readonly interruptible: boolean;
  readonly docs: Docs | undefined;
  readonly defaultOptions?: DefaultOptions | undefined;
}

/** A workflow without its types: what compilers and executors see, however it was written. */
export interface WorkflowEntity extends Entity {
  readonly kind: "workflow";
  readonly settings: WorkflowSettings;
  /** What runs when the workflow fails. */
  readonly onFailure?: Entity | undefined;
  /** What tells this workflow from another of the same name: the text of what makes it. */
  readonly source: string;
  /**
   * What the workflow consists of, faults included. A body runs the first time this is asked, and again after
   * it threw; the same object means that nothing has changed.
   */
  trace(): Trace;
  /** Has the body run again if its trace has faults: what it calls may have changed since they were told. */
  forgetFaults?(): void;
  /** Whether an imperative workflow has all it needs to run; a function workflow always has. */
  ready?(): boolean;
}

/** Whether a value is a workflow, of this copy of the package or another. */
export function isWorkflow(value: unknown): value is WorkflowEntity {
  return isEntity(value) && value.kind === "workflow";
}
