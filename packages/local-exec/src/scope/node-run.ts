import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode, Target } from "../plan/plan.js";
import type { OutputsOf } from "../resolve/resolve-binding.js";

/** The enclosing graph of a node. The arms of a branch get their inputs from it, and wait in it for other nodes. */
export interface Surroundings {
  readonly outputsOf: OutputsOf;
  /** Resolves to true when all the nodes have succeeded, or to false as soon as one of them never will. */
  haveArrived(nodeIds: readonly string[]): Promise<boolean>;
}

/** A node that is about to run, with its place and its inputs. */
export interface NodeRun<out T extends Target = Target> {
  readonly node: PlannedNode<T>;
  /** The node's id after the ids of the enclosing nodes. */
  readonly path: string;
  readonly inputs: Literals;
  readonly around: Surroundings;
  /** The index of the item, if the node is an item of a map. */
  readonly item?: number | undefined;
  /** The attempt of a node that contains others, if it is not the first. Tasks count their own. */
  readonly attempt?: number | undefined;
}

/** The outcome of a branch whose arm needs a node that failed or was skipped. */
export const SKIPPED: unique symbol = Symbol("skipped");

/** The result of running a node: its outputs, or that it was skipped. */
export type Outcome = Literals | typeof SKIPPED;
