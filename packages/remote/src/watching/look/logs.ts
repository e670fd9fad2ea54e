import type { ExecutionId } from "@flytekit-ts/core";
import type { Look } from "./look-at.js";
import { mayHaveTasks, type NodeState } from "../state/node-state.js";
import type { LogLink } from "../state/task-state.js";
import { forEach, walkNodes } from "./walk-nodes.js";

/** A log of an attempt of a node, or of an item of a map. */
export interface NodeLog extends LogLink {
  /** That of the node, or of the item: `n3/n0`. */
  readonly path: string;
  readonly attempt: number;
}

/** The links to the logs of an execution, or only of the node at a path and of what is inside it. */
export async function logsOf(
  look: Look,
  id: ExecutionId,
  within: string | undefined,
): Promise<readonly NodeLog[]> {
  const nodes: NodeState[] = [];
  await walkNodes(look, id, (_level, found) => {
    for (const node of found) if (isWithin(node.path, within) && mayHaveTasks(node)) nodes.push(node);
  });
  const logs = new Map<string, readonly NodeLog[]>();
  await forEach(nodes, async (node) => {
    const { path } = node;
    const tasks = await look.tasks(node);
    logs.set(
      path,
      tasks.flatMap(({ attempt, logs: own, items }) => [
        ...own.map((log) => ({ path, attempt, ...log })),
        ...items.flatMap((item) =>
          item.logs.map((log) => ({ path: `${path}/n${item.index}`, attempt: item.attempt, ...log })),
        ),
      ]),
    );
  });
  return nodes.flatMap(({ path }) => logs.get(path) ?? []);
}

function isWithin(path: string, outer: string | undefined): boolean {
  return (
    outer === undefined ||
    path === outer ||
    /^[/>@]/.test(path.startsWith(outer) ? path.slice(outer.length) : "")
  );
}
