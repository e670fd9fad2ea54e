import { type Level, rootLevel } from "./state/level.js";
import { levelsIn } from "./state/levels-in.js";
import type { Look } from "./look/look-at.js";
import type { ExecutionId } from "./state/execution-id.js";
import type { NodeState } from "./state/node-state.js";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import { isLast } from "./state/phases.js";

interface OpenLevel {
  readonly level: Level;
  /** Whether the node around had ended before the level was listed last. Then nothing comes any more. */
  isAroundOver: boolean;
  /** How often it was listed. */
  looks: number;
  /** The latest event that its nodes have told of, in milliseconds since 1970. */
  latest: number;
}

/** Every so often a level is listed whole, since the clocks of those who report events differ. */
const WHOLE_EVERY = 8;
/** How far these clocks may differ, in milliseconds, without a change being seen later than others. */
const OVERLAP = 60_000;

/**
 * The levels of an execution that may still change.
 *
 * V1. Each is listed once more after the node around it has ended, whole, and never again.
 * V2. Between, only what has changed lately is asked for, unless the server does not take the filter.
 */
export class OpenLevels {
  readonly #look: Look;
  readonly #open = new Map<string, OpenLevel>();
  #takesFilters = true;

  constructor(look: Look, execution: ExecutionId) {
    this.#look = look;
    this.#add(rootLevel(execution), false);
  }

  /** Lists each level, also those that are found meanwhile. */
  async *list(isFinal: boolean): AsyncGenerator<readonly NodeState[]> {
    // A map gives also what is added while it is read.
    for (const [key, open] of this.#open) {
      const isLastTime = isFinal || open.isAroundOver;
      const nodes = await this.#nodesOf(open, isLastTime || open.looks % WHOLE_EVERY === 0);
      open.looks += 1;
      if (isLastTime) this.#open.delete(key);
      for (const node of nodes) {
        open.latest = Math.max(open.latest, node.updatedAt?.getTime() ?? 0);
        for (const level of levelsIn(node)) this.#add(level, isLast(node.phase));
      }
      yield nodes;
    }
  }

  readonly #closed = new Set<string>();

  #add(level: Level, isAroundOver: boolean): void {
    const key = keyOf(level);
    if (this.#closed.has(key)) return;
    const known = this.#open.get(key);
    if (known === undefined) this.#open.set(key, { level, isAroundOver, looks: 0, latest: 0 });
    else known.isAroundOver ||= isAroundOver;
    if (isAroundOver) this.#closed.add(key);
  }

  async #nodesOf({ level, latest }: OpenLevel, isWhole: boolean): Promise<readonly NodeState[]> {
    try {
      if (isWhole || !this.#takesFilters || latest === 0) return await this.#look.nodes(level);
      return await this.#look.nodes(level, latest - OVERLAP);
    } catch (error) {
      // The node around it was deleted.
      if (level.kind !== "root" && errors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return [];
      if (isWhole || !this.#takesFilters || !errors.CLUSTER_REFUSED.is(error)) throw error;
      this.#takesFilters = false;
      return this.#look.nodes(level);
    }
  }
}

function keyOf({ execution: { project, domain, name }, parentId }: Level): string {
  return `${project}/${domain}/${name}>${parentId}`;
}
