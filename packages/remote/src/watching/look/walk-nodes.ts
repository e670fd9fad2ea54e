import type { ExecutionId } from "@flytekit-ts/core";
import { type Level, rootLevel } from "../state/level.js";
import { levelsIn } from "../state/levels-in.js";
import type { Look } from "./look-at.js";
import type { NodeState } from "../state/node-state.js";

/** How many calls are under way at a time. */
const AT_A_TIME = 8;

/** Does some work for each, a few at a time, and also for those that are added meanwhile. */
export async function forEach<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (; next < all.length;) {
      const each = all[next];
      next += 1;
      if (each !== undefined) await work(each);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, all.length) }, worker));
}

/** All nodes of an execution and of those that it started, level by level; each level is in the order of their ids. */
export async function walkNodes(
  look: Look,
  execution: ExecutionId,
  visit: (level: Level, nodes: readonly NodeState[]) => void,
): Promise<void> {
  for (let levels: readonly Level[] = [rootLevel(execution)]; levels.length > 0;) {
    const inside: Level[] = [];
    await forEach(levels, async (level) => {
      const nodes = await look.nodes(level);
      visit(level, nodes);
      for (const node of nodes) inside.push(...levelsIn(node));
    });
    levels = inside;
  }
}
