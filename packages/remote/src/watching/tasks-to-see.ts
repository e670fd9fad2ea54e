import { mayHaveTasks, type NodeState } from "./state/node-state.js";
import { isLast } from "./state/phases.js";

/** Of how many nodes the attempts are looked at before the nodes are listed again. */
const AT_ONCE = 20;

/** The nodes whose attempts are to be looked at: soon of those that have changed, and in turns of those that run. */
export class TasksToSee {
  readonly #of: "all" | "failed" | "none";
  readonly #changed = new Map<string, NodeState>();
  readonly #running = new Map<string, NodeState>();

  constructor(of: "all" | "failed" | "none") {
    this.#of = of;
  }

  add(key: string, node: NodeState, hasChanged: boolean): void {
    const isOver = isLast(node.phase);
    if (isOver) this.#running.delete(key);
    if (!this.#isWanted(node)) return;
    if (hasChanged || isOver) this.#changed.set(key, node);
    // Tries after a failure, and the items of a map, change without their node.
    if (!isOver && !this.#running.has(key)) this.#running.set(key, node);
  }

  /** Whether some that have changed wait for their turn. */
  get isBehind(): boolean {
    return this.#changed.size > 0;
  }

  /** Those whose turn it is, or all of them. */
  *next(isFinal: boolean): Generator<NodeState> {
    let left = isFinal ? Number.POSITIVE_INFINITY : AT_ONCE;
    const done = new Set<string>();
    for (const [key, node] of this.#changed) {
      if (left === 0) return;
      left -= 1;
      this.#changed.delete(key);
      done.add(key);
      yield node;
    }
    const inTurns = [...this.#running].filter(([key]) => !done.has(key)).slice(0, isFinal ? undefined : left);
    for (const [key, node] of inTurns) {
      // To the end of the line.
      this.#running.delete(key);
      this.#running.set(key, node);
      yield node;
    }
  }

  #isWanted(node: NodeState): boolean {
    if (this.#of === "none" || !mayHaveTasks(node)) return false;
    return (
      this.#of === "all" || node.phase === "FAILED" || node.phase === "FAILING" || node.phase === "TIMED_OUT"
    );
  }
}
