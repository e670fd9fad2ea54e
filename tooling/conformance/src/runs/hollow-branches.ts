import type { PathNode } from "./node-paths.js";
import type { RecordedRun } from "./recorded-run.js";
import type { LocalNode, LocalOutcome } from "./run-locally.js";

/** What a recorded run means where conditionals are hollow, and whether there are any. */
export interface WithoutHollows {
  readonly recorded: RecordedRun;
  readonly hasHollows: boolean;
}

/**
 * A recorded run as we mean it, which differs in one thing.
 *
 * The engine lets a conditional succeed whose chosen arm was skipped, for the arm needs a node that failed. The
 * conditional has no outputs then: what uses them fails too, and what only comes after it runs. We skip the
 * conditional and all behind it, and the error is that of the node which failed in the first place.
 */
export function withoutHollows(
  paths: ReadonlyMap<string, PathNode>,
  ours: LocalOutcome,
  recorded: RecordedRun,
): WithoutHollows {
  const skipped = new Map([...ours.nodes].filter(([, { phase }]) => phase === "SKIPPED"));
  const isRecorded = ({ id }: LocalNode, phase: string): boolean => recorded.nodes.get(id) === phase;
  const hollow = [...skipped].filter(([path, node]) => {
    if (paths.get(path)?.message.target?.$case !== "branchNode") return false;
    const arms = [...skipped].filter(([arm]) => arm.startsWith(`${path}/`));
    return isRecorded(node, "SUCCEEDED") && arms.some(([, arm]) => isRecorded(arm, "SKIPPED"));
  });
  if (hollow.length === 0) return { recorded, hasHollows: false };
  const behind = behindIn(
    paths,
    [...skipped.keys()],
    hollow.map(([path]) => path),
  );
  // What runs inside a node that we skip is not among our nodes at all.
  const ids = new Set([...ours.nodes.values()].map(({ id }) => id));
  const known = [...recorded.nodes].filter(([id]) => ids.has(id));
  const meant = behind.flatMap((path) => {
    const node = skipped.get(path);
    return node === undefined ? [] : [[node.id, "SKIPPED"] as const];
  });
  return { recorded: { ...recorded, nodes: new Map([...known, ...meant]) }, hasHollows: true };
}

/** Paths among those given, with all that come after them or around them, however far. */
function behindIn(
  paths: ReadonlyMap<string, PathNode>,
  given: readonly string[],
  from: readonly string[],
): readonly string[] {
  const found = new Set(from);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const path of given) {
      const isAfter = (paths.get(path)?.upstream ?? []).some((each) => found.has(each));
      if (isAfter || [...found].some((each) => each.startsWith(`${path}/`))) found.add(path);
    }
  }
  return [...found];
}
