/** What a node is, which is also how it is drawn. */
export type GraphNodeKind =
  | "task"
  | "container-task"
  | "dynamic"
  | "workflow"
  | "launch-plan"
  | "conditional"
  | "map"
  | "approval"
  | "input"
  | "sleep"
  | "unknown";

/** An input or output of an entity. */
export interface GraphVariable {
  readonly name: string;
  /** The type in words, such as `list of int`. */
  readonly type: string;
  readonly says?: string | undefined;
}

/** An input of a node, and where its value is from in words: `n`, `square`, `3`. */
export interface GraphInput extends GraphVariable {
  readonly from: string;
}

/** One of the settings of a node, in words: `retries`, `3`. */
export interface GraphFact {
  readonly name: string;
  readonly value: string;
}

/** Where something is written. */
export interface GraphPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An arm of a conditional: when it is taken, and the node that runs then, or the message with which it fails. */
export interface GraphArm {
  /** `if n > 3`, `else if ok`, `else` */
  readonly when: string;
  readonly node?: GraphNode | undefined;
  readonly fails?: string | undefined;
}

/** One call of a workflow. */
export interface GraphNode {
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** What the node is called: the author's display name, or the last part of the entity's name. */
  readonly name: string;
  /** The entity that runs. */
  readonly entity?: string | undefined;
  /** What stands beside the name: `at most 4 at once`, `2 retries`. */
  readonly notes: readonly string[];
  readonly inputs: readonly GraphInput[];
  readonly outputs: readonly GraphVariable[];
  readonly facts: readonly GraphFact[];
  /** Where the call is written. */
  readonly place?: GraphPlace | undefined;
  /** What the author says of the entity. */
  readonly docs?: string | undefined;
  /** The graph that runs inside, if it is known: its key in the model. */
  readonly graph?: string | undefined;
  /** The arms of a conditional, in the order in which they are tried. */
  readonly arms?: readonly GraphArm[] | undefined;
}
