import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Executable, Literals } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { DynamicEntity, FailurePolicy } from "@flytekit-ts/workflow/compile";

/** A compiled workflow as the executor walks it. */
export interface Plan {
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly idl.Binding[];
  /** Runs when the others failed. */
  readonly failureNode: PlannedNode | undefined;
  /** Holds where the workflow is the root of an execution. */
  readonly policy: FailurePolicy;
}

/** A node, with what it is for looked up. */
export interface PlannedNode<out T extends Target = Target> {
  /** The engine's own: an arm's has its branch's in front, `n1-n0`. */
  readonly id: string;
  readonly message: idl.Node;
  /** Full name of its entity; the name of a conditional or gate. */
  readonly entity: string;
  readonly target: T;
}

/** A node that stands in a graph by itself; others are named by their index. */
export interface GraphNode extends PlannedNode {
  /** How many nodes have to be there first. */
  readonly upstream: number;
  readonly downstream: readonly number[];
}

/** What a node runs. */
export type Target =
  | TaskTarget
  | DynamicTarget
  | WorkflowTarget
  | LaunchPlanTarget
  | BranchTarget
  | ArrayTarget
  | GateTarget
  | MissingTarget;

/** A task, or the mock of whatever the node is for. */
export interface TaskTarget {
  readonly kind: "task";
  readonly task: Executable;
}

/** A task that makes a graph. */
export interface DynamicTarget {
  readonly kind: "dynamic";
  readonly task: DynamicEntity;
}

/** A part of the same execution. */
export interface WorkflowTarget {
  readonly kind: "workflow";
  readonly plan: Plan;
}

/** An execution of its own. */
export interface LaunchPlanTarget {
  readonly kind: "launch-plan";
  readonly plan: Plan;
  /** For inputs that the node leaves out. */
  readonly defaults: Literals;
  readonly fixed: Literals;
}

/** Of a branch, the arms in the order in which they are asked. */
export interface BranchTarget {
  readonly kind: "branch";
  readonly arms: readonly Arm[];
  /** Taken if no arm is. */
  readonly otherwise: PlannedNode | undefined;
  /** What the author says where there is no such node. */
  readonly message: string;
}

/** One arm of a branch. */
export interface Arm {
  readonly condition: idl.BooleanExpression;
  readonly node: PlannedNode;
}

/** The same node for each item of lists. */
export interface ArrayTarget {
  readonly kind: "array";
  readonly item: PlannedNode;
  readonly array: idl.ArrayNode;
  /** Names of the outputs, each a list. */
  readonly outputs: readonly string[];
}

/** What waits for somebody; `type` is that of the value a signal gives. */
export interface GateTarget {
  readonly kind: "gate";
  readonly condition: NonNullable<idl.GateNode["condition"]>;
  readonly type: RuntimeType | undefined;
}

/** What cannot run here without a mock. */
export interface MissingTarget {
  readonly kind: "missing";
  readonly entity: Entity;
}
