/** How a node ended. */
export type Ended = "succeeded" | "failed" | "skipped";

/** A node, a map or the run itself, as it is shown. */
export interface TreeNode {
  readonly path: string;
  readonly name: string;
  readonly around: TreeNode | undefined;
  /** When it was first seen, on the clock of the reporter. */
  readonly since: number;
  state: "running" | "waiting" | "retrying" | Ended;
  attempt: number;
  duration: number | undefined;
  note: string | undefined;
  /** The nodes inside it that are under way, in the order of their starts. */
  readonly active: Set<TreeNode>;
  /** Some of those that have ended: the first that failed, and the latest. */
  readonly failed: TreeNode[];
  readonly latest: TreeNode[];
  /** How many have ended that are not kept. */
  more: number;
  /** The items of a map. */
  readonly items: { running: number } & Record<Ended, number>;
}

/** So many ended nodes of each graph are kept to be shown. */
const MOST = 20;

export function treeNode(
  { path = "", name, around }: { path?: string; name: string; around: TreeNode | undefined },
  since: number,
): TreeNode {
  return {
    path,
    name,
    around,
    since,
    state: "running",
    attempt: 0,
    duration: undefined,
    note: undefined,
    active: new Set(),
    failed: [],
    latest: [],
    more: 0,
    items: { running: 0, succeeded: 0, failed: 0, skipped: 0 },
  };
}

/** Move a node that has ended to the others of its graph that have. */
export function addEnded(node: TreeNode): void {
  const { around } = node;
  if (around === undefined) return;
  around.active.delete(node);
  if (node.state === "failed" && around.failed.length < MOST) {
    around.failed.push(node);
    return;
  }
  around.latest.push(node);
  if (around.latest.length <= MOST) return;
  around.latest.shift();
  around.more += 1;
}
