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

/** The result of running a workflow body once: its nodes in the order of their calls, and its outputs. */
export interface Trace {
  readonly start: NodeKey;
  readonly nodes: readonly Node[];
  /** In the order of the interface. */
  readonly outputs: readonly Binding[];
  /** The node that runs when the workflow fails. It is not among `nodes`. */
  readonly failureNode?: FailureNode | undefined;
  /** Conditions that no conditional uses. */
  readonly unusedConditions: readonly TracedCondition[];
  /** Conditionals without a last arm. */
  readonly openConditionals: readonly OpenConditional[];
  /**
   * What is wrong with calls and outputs, each at its line. The nodes lack the wrong arguments, so use a trace with
   * faults only to report them.
   */
  readonly faults: readonly FlytekitError[];
  /** Prefix of automatic node ids. Only the body of a dynamic has one. */
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

/** A workflow without its types, as compilers and executors see it: function and imperative workflows alike. */
export interface WorkflowEntity extends Entity {
  readonly kind: "workflow";
  readonly settings: WorkflowSettings;
  /** What runs when the workflow fails. */
  readonly onFailure?: Entity | undefined;
  /** The text of the workflow's function. It tells two workflows of the same name apart. */
  readonly source: string;
  /**
   * The nodes and outputs of the workflow, faults included. A body runs on the first call, and again after it threw.
   * The same object is returned until something changes.
   */
  trace(): Trace;
  /** Drops a trace with faults, so that the body runs again: the entities it calls may have changed since. */
  forgetFaults?(): void;
  /** Whether an imperative workflow has all it needs to run. A function workflow always does, and lacks this. */
  ready?(): boolean;
  /** What an imperative workflow lacks before it can run, in words. */
  missing?(): readonly string[];
}

/** Whether a value is a workflow, of this copy of the package or another. */
export function isWorkflow(value: unknown): value is WorkflowEntity {
  return isEntity(value) && value.kind === "workflow";
}
