import type { ExecutionId } from "@flytekit-ts/core";

/** Nodes that are listed together: those of an execution that are in no other node, or those in one node. */
export interface Level {
  readonly execution: ExecutionId;
  /** The id of the node that contains them. Empty for those of the execution itself. */
  readonly parentId: string;
  /** The path of the node that contains them, or that started their execution. Empty for the outermost. */
  readonly path: string;
  readonly kind: "root" | "inside" | "child";
  /** Whether the nodes are the items of a map. */
  readonly isArray: boolean;
}

/** The outermost nodes of an execution. */
export function rootLevel(execution: ExecutionId): Level {
  return { execution, parentId: "", path: "", kind: "root", isArray: false };
}

/** The path of a node in a level, as in the events of local runs: `n2/n0`, `n5>n0`, and `n4@1/dn0` in a second attempt. */
export function pathIn({ path, kind, isArray, parentId }: Level, specId: string, attempt: number): string {
  if (kind === "root") return specId;
  if (kind === "child") return `${path}>${specId}`;
  // Flyte calls the first item of the map n3 `n3-n0`.
  const item = isArray ? /(?:^|-)(n\d+)$/.exec(specId) : null;
  const id = isArray && specId !== parentId ? (item?.[1] ?? specId) : specId;
  return attempt === 0 ? `${path}/${id}` : `${path}@${attempt}/${id}`;
}
