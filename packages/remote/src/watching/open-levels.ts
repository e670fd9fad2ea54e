import type { ExecutionId } from "@flytekit-ts/core";
import { type Level, rootLevel } from "./state/level.js";
import { levelsIn } from "./state/levels-in.js";
import type { Look } from "./look/look-at.js";
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
/** Later times are refused by servers, and are none of an engine whose clock is right: milliseconds since 1970. */
const LATEST = Date.UTC(9000, 0);
/** How far these clocks may differ, in milliseconds, without a change being seen later than others. */
const OVERLAP = 60_000;

/**
 * The levels of an execution that may still change.
 *
 * V1. Each is listed once more after the node around it has ended, whole; and at the end again, if something in it had not ended.
 * V2. Between, only what has changed lately is asked for, unless the server does not take the filter.
 */
export class OpenLevels {
  readonly #look: Look;
  readonly #open = new Map<string, OpenLevel>();
  /** Those that are not listed any more. */
  readonly #closed = new Set<string>();
  /** Those of them in which something had not ended. */
  readonly #unsettled = new Map<string, OpenLevel>();
  #takesFilters = true;

  constructor(look: Look, execution: ExecutionId) {
    this.#look = look;
    this.#add(rootLevel(execution), false);
  }

  /** Lists each level, also those that are found meanwhile. */
  async *list(isFinal: boolean): AsyncGenerator<readonly NodeState[]> {
    if (isFinal) for (const [key, level] of this.#unsettled) this.#open.set(key, level);
    // A map gives also what is added while it is read.
    for (const [key, open] of this.#open) {
      const isLastTime = isFinal || open.isAroundOver;
      const nodes = await this.#nodesOf(open, isLastTime || open.looks % WHOLE_EVERY === 0);
      open.looks += 1;
      if (isLastTime) this.#close(key, open, nodes);
      for (const node of nodes) {
        open.latest = Math.max(open.latest, node.updatedAt?.getTime() ?? 0);
        for (const level of levelsIn(node)) this.#add(level, isLast(node.phase));
      }
      yield nodes;
    }
  }

  #add(level: Level, isAroundOver: boolean): void {
    const key = keyOf(level);
    if (this.#closed.has(key)) return;
    const known = this.#open.get(key);
    if (known === undefined) this.#open.set(key, { level, isAroundOver, looks: 0, latest: 0 });
    else known.isAroundOver ||= isAroundOver;
  }

  #close(key: string, level: OpenLevel, nodes: readonly NodeState[]): void {
    this.#open.delete(key);
    this.#closed.add(key);
    if (nodes.some(({ phase }) => !isLast(phase))) this.#unsettled.set(key, level);
  }

  async #nodesOf({ level, latest }: OpenLevel, isWhole: boolean): Promise<readonly NodeState[]> {
    const isFiltered = !isWhole && this.#takesFilters && latest > 0 && latest < LATEST;
    if (!isFiltered) return this.#look.nodes(level);
    try {
      return await this.#look.nodes(level, latest - OVERLAP);
    } catch (error) {
      if (!errors.CLUSTER_REFUSED.is(error) && !errors.CLUSTER_FAILED.is(error)) throw error;
      this.#takesFilters = false;
      return this.#look.nodes(level);
    }
  }
}

function keyOf({ execution: { project, domain, name }, parentId }: Level): string {
  return `${project}/${domain}/${name}>${parentId}`;
}
