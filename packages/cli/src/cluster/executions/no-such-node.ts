import { closest } from "@flytekit-ts/core/graph";
import { type Execution, type NodeTree, remoteErrors } from "@flytekit-ts/remote";

/** Which node of which execution is asked for. */
export interface AskedNode {
  readonly execution: Execution;
  readonly node: string;
  /** How nodes are named: by their ids on the cluster, or by their paths. */
  readonly by: "id" | "path";
  readonly signal: AbortSignal;
}

/** The error for a node that an execution does not have, or has not come to yet; undefined if it has it. */
export async function noSuchNode(
  { execution, node: path, by, signal }: AskedNode,
  cause?: unknown,
): Promise<Error | undefined> {
  const all = namesIn(await execution.nodes({ signal }), by);
  if (all.includes(path)) return undefined;
  const near = closest(path, all);
  const problem = `was not reached, or there is none${near === undefined ? "" : `; the nearest is ${near}`}`;
  return remoteErrors.NODE_NOT_THERE({ execution: execution.id.name, path, problem }, { cause });
}

function namesIn(nodes: readonly NodeTree[], by: "id" | "path"): readonly string[] {
  return nodes.flatMap((node) => [node[by], ...namesIn(node.nodes, by)]);
}
