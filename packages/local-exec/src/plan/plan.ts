import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Executable, Literals } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { Recovers } from "./recovers.js";
import type { DynamicEntity, FailurePolicy } from "@flytekit-ts/workflow/compile";

/** A compiled workflow as the executor walks it. */
export interface Plan {
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly idl.Binding[];
  /** Runs when the graph of the other nodes failed. */
  readonly failureNode: PlannedNode | undefined;
  /** Applies only if the workflow is the root of an execution. */
  readonly policy: FailurePolicy;
  /** Whether nodes that say nothing are interruptible. Applies only if the workflow is the root of an execution. */
  readonly interruptible: boolean;
}

/** A node with its target looked up. */
export interface PlannedNode<out T extends Target = Target> {
  /** The id as in Flyte's engine. The id of an arm starts with the id of its branch: `n1-n0`. */
  readonly id: string;
  readonly message: idl.Node;
  /** The full name of the node's entity, or the name of the conditional or gate. */
  readonly entity: string;
  readonly target: T;
}

/** A node of a graph itself, not of a branch or a map in it. Downstream nodes are given by their index. */
export interface GraphNode extends PlannedNode {
  /** How many nodes must be done first. */
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

/** A task, or the mock of an entity of any kind. */
export interface TaskTarget {
  readonly kind: "task";
  readonly task: Executable;
  /** Whether an error of the task, or of its mock, is recoverable. */
  readonly recovers: Recovers;
}

/** A task that makes a graph. */
export interface DynamicTarget {
  readonly kind: "dynamic";
  readonly task: DynamicEntity;
}

/** A sub-workflow, which is part of the same execution. */
export interface WorkflowTarget {
  readonly kind: "workflow";
  readonly plan: Plan;
}

/** A launch plan, which starts a separate execution. */
export interface LaunchPlanTarget {
  readonly kind: "launch-plan";
  readonly plan: Plan;
  /** The values of inputs that the node leaves out. */
  readonly defaults: Literals;
  readonly fixed: Literals;
  /** Whether its executions compute cached results anew. */
  readonly overwritesCache: boolean;
}

/** The arms of a branch, in the order in which their conditions are evaluated. */
export interface BranchTarget {
  readonly kind: "branch";
  readonly arms: readonly Arm[];
  /** The `else` arm: taken if no condition holds. */
  readonly otherwise: PlannedNode | undefined;
  /** The author's message for the failure, if there is no `else` arm. */
  readonly message: string;
}

/** One arm of a branch. */
export interface Arm {
  readonly condition: idl.BooleanExpression;
  readonly node: PlannedNode;
}

/** The node that runs for each item of lists. */
export interface ArrayTarget {
  readonly kind: "array";
  readonly item: PlannedNode;
  readonly array: idl.ArrayNode;
  /** The names of the outputs. Each output is a list. */
  readonly outputs: readonly string[];
}

/** A gate. `type` is the type of the value that `waitForInput` waits for. */
export interface GateTarget {
  readonly kind: "gate";
  readonly condition: NonNullable<idl.GateNode["condition"]>;
  readonly type: RuntimeType | undefined;
}

/** An entity that cannot run here without a mock. */
export interface MissingTarget {
  readonly kind: "missing";
  readonly entity: Entity;
}
