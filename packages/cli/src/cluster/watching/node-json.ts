import type { NodeState, NodeTree, TaskState } from "@flytekit-ts/remote";
import type { JsonValue } from "../../command/output.js";

type JsonObject = { readonly [key: string]: JsonValue | undefined };

/** A node with those inside it, as `--json` prints it. */
export function nodeJson(node: NodeTree): JsonObject {
  return {
    ...nodeStateJson(node),
    ...(node.tasks === undefined ? {} : { tasks: node.tasks.map(taskJson) }),
    nodes: node.nodes.map(nodeJson),
  };
}

/** How a node stands, as `--json` prints it. Times are texts of ISO 8601, durations milliseconds. */
export function nodeStateJson(node: NodeState): JsonObject {
  const { path, id, phase, startedAt, duration, updatedAt, error, cache, deck, child } = node;
  return {
    ...{
      path,
      id,
      phase,
      startedAt: startedAt?.toISOString(),
      duration,
      updatedAt: updatedAt?.toISOString(),
    },
    ...{ error: error && { ...error }, cache, deck, child: child && { ...child } },
  };
}

/** An attempt of a task, as `--json` prints it. */
export function taskJson({
  startedAt,
  items,
  error,
  logs,
  id,
  ...task
}: Omit<TaskState, "items"> & Partial<Pick<TaskState, "items">>): JsonObject {
  return {
    ...task,
    id: { ...id },
    error: error && { ...error },
    startedAt: startedAt?.toISOString(),
    logs: logs.map((each) => ({ ...each })),
    ...(items === undefined
      ? {}
      : { items: items.map((each) => ({ ...each, logs: each.logs.map((log) => ({ ...log })) })) }),
  };
}
