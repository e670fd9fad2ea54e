import type { Level } from "./level.js";
import type { NodeState } from "./node-state.js";

/** The nodes inside a node: of its graph, or of the execution that it started. */
export function levelsIn({ id, path, execution, child, isParent, isArray }: NodeState): readonly Level[] {
  const levels: Level[] = [];
  if (isParent) levels.push({ execution, parentId: id, path, kind: "inside", isArray });
  if (child !== undefined)
    levels.push({ execution: child, parentId: "", path, kind: "child", isArray: false });
  return levels;
}
