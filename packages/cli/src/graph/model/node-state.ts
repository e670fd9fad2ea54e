/** How far a node has come. `reused`: its outputs are from a cache or from an earlier run. */
export type NodeStateName =
  | "running"
  | "waiting"
  | "succeeded"
  | "reused"
  | "failed"
  | "skipped"
  | "interrupted";

/** A node in a run. */
export interface NodeState {
  readonly state: NodeStateName;
  /** Milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  /** Milliseconds, over all attempts. */
  readonly duration?: number | undefined;
  readonly attempts: number;
  /** The code and text of the last error. */
  readonly error?: string | undefined;
  /** Values in words, by the names of the outputs. */
  readonly outputs?: readonly { readonly name: string; readonly value: string }[] | undefined;
  /** Of a map: how many of its items have come how far. */
  readonly items?: { readonly [state: string]: number } | undefined;
}

/** The run whose states a graph shows. */
export interface GraphRun {
  readonly id: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds; absent as long as it runs. */
  readonly duration?: number | undefined;
  readonly error?: string | undefined;
  /** The path of the innermost node that failed for good, which a page shows first. */
  readonly failed?: string | undefined;
}
