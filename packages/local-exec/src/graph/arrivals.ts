import type { Literals } from "@flytekit-ts/core/tasks";
import type { Surroundings } from "../scope/node-run.js";

interface Waiting {
  readonly missing: Set<string>;
  readonly resolve: (arrived: boolean) => void;
}

/**
 * The nodes of one graph that have succeeded, with their outputs, and those that never will. What only branches
 * need is created on first use.
 */
export class Arrivals implements Surroundings {
  readonly #outputs: Map<string, Literals>;
  /** Nodes that failed or were skipped. */
  #lost: Set<string> | undefined;
  #waiting: Set<Waiting> | undefined;

  /** The start node has an empty id. Its outputs, the workflow's inputs, are there from the beginning. */
  constructor(inputs: Literals) {
    this.#outputs = new Map([["", inputs]]);
  }

  readonly outputsOf = (nodeId: string): Literals | undefined => this.#outputs.get(nodeId);

  add(nodeId: string, outputs: Literals): void {
    this.#outputs.set(nodeId, outputs);
    if (this.#waiting === undefined) return;
    for (const waiting of this.#waiting) {
      if (waiting.missing.delete(nodeId) && waiting.missing.size === 0) this.#settle(waiting, true);
    }
  }

  lose(nodeId: string): void {
    this.#lost = (this.#lost ?? new Set()).add(nodeId);
    if (this.#waiting === undefined) return;
    for (const waiting of this.#waiting) if (waiting.missing.has(nodeId)) this.#settle(waiting, false);
  }

  async haveArrived(nodeIds: readonly string[]): Promise<boolean> {
    const missing = new Set(nodeIds.filter((id) => !this.#outputs.has(id)));
    if (missing.size === 0) return true;
    if ([...missing].some((id) => this.#lost?.has(id))) return false;
    return new Promise((resolve) => {
      this.#waiting = (this.#waiting ?? new Set()).add({ missing, resolve });
    });
  }

  #settle(waiting: Waiting, arrived: boolean): void {
    this.#waiting?.delete(waiting);
    waiting.resolve(arrived);
  }
}
