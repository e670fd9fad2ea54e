/** Where a value of a described workflow comes from. A number takes the type of its place. */
export type Ref =
  | { readonly const: string | number | boolean | null }
  | { readonly input: string }
  | { readonly list: readonly Ref[] }
  | { readonly map: { readonly [key: string]: Ref } }
  | { readonly of: Ref; readonly item: string | number }
  /** An output of the node at an index. */
  | { readonly node: number; readonly output: string };

/** References by name. */
export type Refs = { readonly [name: string]: Ref };

/** A comparison, or two conditions joined. */
export type ConditionDescription =
  | { readonly and: readonly [ConditionDescription, ConditionDescription] }
  | { readonly or: readonly [ConditionDescription, ConditionDescription] }
  | { readonly op: string; readonly left: Ref; readonly right?: Ref };

/** A call of a task, workflow or launch plan; a map over a task; or a conditional, whose arms are the same again. */
export type CallDescription =
  | { readonly call: string; readonly args?: Refs }
  | {
      readonly mapTask: string;
      readonly args?: Refs;
      /** Inputs that every item is given whole. */
      readonly bound?: Refs;
      readonly concurrency?: number;
      readonly minSuccessRatio?: number;
    }
  | {
      readonly conditional: string;
      readonly arms: readonly (CallDescription & { readonly if: ConditionDescription })[];
      readonly else?: CallDescription;
      readonly fail?: string;
    };

/** A node of a workflow's own: its call, and what the call says about the node. */
export type NodeDescription = CallDescription & {
  /** Indexes of nodes that come before. */
  readonly after?: readonly number[];
  readonly options?: {
    readonly id?: string;
    readonly displayName?: string;
    readonly retries?: number;
    readonly timeoutSeconds?: number;
    readonly interruptible?: boolean;
  };
};

/** A workflow as data. */
export interface WorkflowDescription {
  readonly name: string;
  /** Types by name, as Python writes them: `list[int]`. */
  readonly inputs: { readonly [name: string]: string };
  readonly nodes: readonly NodeDescription[];
  readonly outputs: Refs;
  readonly outputTypes: { readonly [name: string]: string };
  readonly failurePolicy?: string;
  readonly interruptible?: boolean;
  /** Name of the task that handles its failure. */
  readonly onFailure?: string;
  readonly plan?: {
    readonly name: string;
    readonly defaults?: { readonly [name: string]: unknown };
    readonly fixed?: { readonly [name: string]: unknown };
  };
}
