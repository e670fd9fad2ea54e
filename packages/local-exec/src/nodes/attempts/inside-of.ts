import type { NodeRun } from "../../scope/node-run.js";

/** The path under which the nodes inside a node are found. Those of another attempt than the first are told apart by it. */
export function insideOf({ path, attempt = 0 }: Pick<NodeRun, "path" | "attempt">): string {
  return attempt === 0 ? path : `${path}@${attempt}`;
}
