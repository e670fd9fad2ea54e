import type { PathNode } from "./node-paths.js";
import type { LocalOutcome } from "./run-locally.js";

/**
 * How many task executions the engine may count beyond ours.
 *
 * It promises to run a task at least once. When an execution has only begun it may look at its first node again
 * before it sees what it did there; a task is then found running, but a map starts its items anew. Four recorded
 * runs count all items of such a map twice: the first node of its execution, two items or more, all at a time.
 * Other runs of the same workflows count them once.
 */
export function mayRepeat(
  paths: ReadonlyMap<string, PathNode>,
  { nodes }: LocalOutcome,
): ReadonlySet<number> {
  return repeatsOf(
    paths,
    (path) => [...nodes].filter(([item, { isItem }]) => isItem && item.startsWith(`${path}/`)).length,
  );
}

/** The same, of a run that is known by how many items each map had. */
export function repeatsOf(
  paths: ReadonlyMap<string, PathNode>,
  sizeOf: (path: string) => number,
): ReadonlySet<number> {
  let sums: ReadonlySet<number> = new Set([0]);
  for (const [path, { message, isFirst }] of paths) {
    const { target } = message;
    if (!isFirst || target?.$case !== "arrayNode") continue;
    const isLimited = (target.value.parallelismOption?.value ?? 0) > 0;
    const size = sizeOf(path);
    if (!isLimited && size > 1) sums = new Set([...sums].flatMap((sum) => [sum, sum + size]));
  }
  return sums;
}
