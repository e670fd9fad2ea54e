import type { ExecutionId } from "@flytekit-ts/core";
import type { ExecutionFault } from "./state/execution-fault.js";
import type { NodeState } from "./state/node-state.js";
import type { ExecutionPhase } from "./state/phases.js";
import type { ItemState, TaskState } from "./state/task-state.js";

/** A change that `watch` reports. */
export type Change = ExecutionChange | NodeChange | TaskChange | ItemChange;

interface Told {
  /** `watch` goes on behind this change with `after: cursor`, also in another process. Made when it is read, and not enumerable. */
  readonly cursor: string;
}

/** The execution is in another phase. The last change of all is the phase in which it ended. */
export interface ExecutionChange extends Told {
  readonly kind: "execution";
  readonly id: ExecutionId;
  readonly phase: ExecutionPhase;
  readonly error?: ExecutionFault;
}

/** A node is in another phase, or more is known about it, such as its error or its deck. */
export interface NodeChange extends Told {
  readonly kind: "node";
  readonly path: string;
  readonly node: NodeState;
}

/** An attempt of a node is in another phase, or has another log. */
export interface TaskChange extends Told {
  readonly kind: "task";
  /** That of the node. */
  readonly path: string;
  /** Its items have changes of their own. */
  readonly task: Omit<TaskState, "items">;
}

/** An item of a map is in another phase, or has another log. */
export interface ItemChange extends Told {
  readonly kind: "item";
  /** That of the map, with the item: `n3/n0`. */
  readonly path: string;
  readonly item: ItemState;
}
