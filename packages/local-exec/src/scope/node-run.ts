import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode, Target } from "../plan/plan.js";
import type { OutputsOf } from "../resolve/resolve-binding.js";

/** The graph that a node stands in: where the arms of a branch find their inputs, and what they wait for. */
export interface Surroundings {
  readonly outputsOf: OutputsOf;
  /** Whether nodes have succeeded, as soon as that is sure: with the last of them, or the first that never will. */
  haveArrived(nodeIds: readonly string[]): Promise<boolean>;
}

/** A node that is about to run: where it is, and what it is given. */
export interface NodeRun<out T extends Target = Target> {
  readonly node: PlannedNode<T>;
  /** The node's id behind those of the nodes around it. */
  readonly path: string;
  readonly inputs: Literals;
  readonly around: Surroundings;
  /** Which item of a map the node is for. */
  readonly item?: number | undefined;
}

/** The outcome of a branch whose arm needs a node that failed. */
export const SKIPPED: unique symbol = Symbol("skipped");

/** What running a node gives. */
export type Outcome = Literals | typeof SKIPPED;
