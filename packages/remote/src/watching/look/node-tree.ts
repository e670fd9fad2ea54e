import type { ExecutionId } from "@flytekit-ts/core";
import type { Level } from "../state/level.js";
import type { Look } from "./look-at.js";
import { mayHaveTasks, type NodeState } from "../state/node-state.js";
import type { TaskState } from "../state/task-state.js";
import { forEach, walkNodes } from "./walk-nodes.js";

/** A node with the nodes inside it. */
export interface NodeTree extends NodeState {
  /** The nodes inside, also those of the execution that it started, in the order of their ids. */
  readonly nodes: readonly NodeTree[];
  /** Its attempts, if they were asked for. */
  readonly tasks?: readonly TaskState[];
}

/** The nodes of an execution that were reached, each with those inside it. */
export async function nodeTree(
  look: Look,
  id: ExecutionId,
  withTasks: boolean,
): Promise<readonly NodeTree[]> {
  const levels = new Map<string, NodeState[]>();
  await walkNodes(look, id, ({ path }: Level, nodes) => {
    levels.set(path, [...(levels.get(path) ?? []), ...nodes]);
  });
  const known = [...levels.values()].flat();
  const tasks = new Map<NodeState, readonly TaskState[]>();
  const whole = new Map<NodeState, NodeState>();
  await forEach(known, async (node) => {
    whole.set(node, await look.whole(node));
    if (withTasks && mayHaveTasks(node)) tasks.set(node, await wholeTasks(look, node));
  });
  // From the innermost on, so that it does not recurse.
  const trees = new Map<string, readonly NodeTree[]>();
  for (const [path, nodes] of [...levels].toReversed()) {
    trees.set(
      path,
      nodes.map((node) => ({
        ...(whole.get(node) ?? node),
        nodes: trees.get(node.path) ?? [],
        ...(withTasks ? { tasks: tasks.get(node) ?? [] } : {}),
      })),
    );
  }
  return trees.get("") ?? [];
}

async function wholeTasks(look: Look, node: NodeState): Promise<readonly TaskState[]> {
  const whole: TaskState[] = [];
  for (const task of await look.tasks(node)) whole.push(await look.wholeTask(node, task));
  return whole;
}
