import type { Literals } from "@flytekit-ts/core/tasks";

/** How far something came that was executed elsewhere. */
export type OutsideState = "succeeded" | "failed" | "unfinished";

/** Why it failed, in the words of where it ran. */
export interface OutsideError {
  /** Such as `USER:Unknown`. */
  readonly code: string;
  readonly message: string;
}

interface Outside {
  readonly state: OutsideState;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly duration: number;
  /** If it failed. */
  readonly error?: OutsideError | undefined;
  /** If it succeeded, and they are known. */
  readonly outputs?: Literals | undefined;
}

/** A node that was executed elsewhere. */
export interface OutsideNode extends Outside {
  /** The name of the entity that it ran, if that is known. Then another one at its place is noticed. */
  readonly entity?: string | undefined;
  /** The number of its last attempt, from 0 on. */
  readonly attempt: number;
  /** The inputs that it had, if they are known. Then others are noticed. */
  readonly inputs?: Literals | undefined;
  /** Why its outputs are not known although it succeeded: `they have 3 GB`. */
  readonly outputsMissing?: string | undefined;
  /** The name of the execution that it started, if it runs a launch plan. */
  readonly execution?: string | undefined;
}

/** An execution elsewhere, such as on a cluster. Nodes are asked for by their paths, as in the events of a local run. */
export interface OutsideRun extends Outside {
  /** Which execution it was, for people. */
  readonly origin: string;
  readonly inputs: Literals;
  /** A node, if it was reached: `n2/n0`. Of a node with several attempts, what is inside is that of the last one. */
  node(path: string): Promise<OutsideNode | undefined>;
  /** The paths of all nodes that were reached, for those that nobody asks for. */
  paths(): Iterable<string>;
}

/** A node of which something could not be taken over. */
export interface RecordingNote {
  readonly path: string;
  /** `was garden.water, and is garden.plant now` */
  readonly problem: string;
}

/** A run that was recorded. */
export interface RecordedRun {
  /** The id of the run, for `rerunLocal`, `resumeLocal` and `readRun`. */
  readonly run: string;
  /** The paths of the nodes whose outputs are recorded, so that they need not run. */
  readonly recorded: readonly string[];
  /** What does not fit. These nodes run again where they are needed. */
  readonly notes: readonly RecordingNote[];
}
