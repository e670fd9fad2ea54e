import type { Literals } from "@flytekit-ts/core/tasks";
import type { Surroundings } from "../scope/node-run.js";

interface Waiting {
  missing: number;
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
  /** Who waits for a node, by its id. */
  #waiting: Map<string, Waiting[]> | undefined;

  /** The start node has an empty id. Its outputs, the workflow's inputs, are there from the beginning. */
  constructor(inputs: Literals) {
    this.#outputs = new Map([["", inputs]]);
  }

  readonly outputsOf = (nodeId: string): Literals | undefined => this.#outputs.get(nodeId);

  add(nodeId: string, outputs: Literals): void {
    this.#outputs.set(nodeId, outputs);
    for (const waiting of this.#takeWaiting(nodeId)) {
      waiting.missing -= 1;
      if (waiting.missing === 0) waiting.resolve(true);
    }
  }

  lose(nodeId: string): void {
    this.#lost = (this.#lost ?? new Set()).add(nodeId);
    for (const { resolve } of this.#takeWaiting(nodeId)) resolve(false);
  }

  async haveArrived(nodeIds: readonly string[]): Promise<boolean> {
    const missing = new Set(nodeIds.filter((id) => !this.#outputs.has(id)));
    if (missing.size === 0) return true;
    if ([...missing].some((id) => this.#lost?.has(id))) return false;
    return new Promise((resolve) => {
      const waiting = { missing: missing.size, resolve };
      this.#waiting ??= new Map();
      for (const id of missing) {
        const others = this.#waiting.get(id);
        if (others === undefined) this.#waiting.set(id, [waiting]);
        else others.push(waiting);
      }
    });
  }

  #takeWaiting(nodeId: string): readonly Waiting[] {
    const waiting = this.#waiting?.get(nodeId) ?? NOBODY;
    this.#waiting?.delete(nodeId);
    return waiting;
  }
}

const NOBODY: readonly Waiting[] = [];
