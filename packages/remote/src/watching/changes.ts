import type { ExecutionId } from "@flytekit-ts/core";
import type { ExecutionFault } from "./state/execution-fault.js";
import type { NodeState } from "./state/node-state.js";
import type { ExecutionPhase } from "./state/phases.js";
import type { ItemState, TaskState } from "./state/task-state.js";

/** What `watch` tells, one at a time. */
export type Change = ExecutionChange | NodeChange | TaskChange | ItemChange;

interface Told {
  /** `watch` goes on behind this change with `after: cursor`, also in another process. Made when it is read, and not enumerable. */
  readonly cursor: string;
}

/** The execution has come to a phase. The last change tells the phase that it ended in. */
export interface ExecutionChange extends Told {
  readonly kind: "execution";
  readonly id: ExecutionId;
  readonly phase: ExecutionPhase;
  readonly error?: ExecutionFault;
}

/** A node has come to a phase, or what is known of it has changed. */
export interface NodeChange extends Told {
  readonly kind: "node";
  readonly path: string;
  readonly node: NodeState;
}

/** An attempt of a node has come to a phase, or has a log. */
export interface TaskChange extends Told {
  readonly kind: "task";
  /** That of the node. */
  readonly path: string;
  /** Its items have changes of their own. */
  readonly task: Omit<TaskState, "items">;
}

/** An item of a map has come to a phase, or has a log. */
export interface ItemChange extends Told {
  readonly kind: "item";
  /** That of the map, with the item: `n3/n0`. */
  readonly path: string;
  readonly item: ItemState;
}
