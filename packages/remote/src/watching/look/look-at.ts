import type { ExecutionId } from "@flytekit-ts/core";
import type { Signal } from "@flytekit-ts/core/storage";
import { type Execution, Sort_Direction } from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { Connection } from "../../connection/connection.js";
import { connectionErrors as errors } from "../../errors/connection-errors.js";
import { mayBeCut, toFault } from "../state/execution-fault.js";
import type { Level } from "../state/level.js";
import { listPages } from "./list-pages.js";
import { type NodeState, toNodeState } from "../state/node-state.js";
import { type TaskState, toTaskState } from "../state/task-state.js";

/** Does a call: at once, or when it is its turn. */
export type Calling = <T>(call: () => Promise<T>) => Promise<T>;

/** The questions about an execution, one or few calls each. */
export interface Look {
  execution(id: ExecutionId): Promise<Execution>;
  /** The nodes of a level; with `since`, in milliseconds since 1970, those that a phase has come to since then. */
  nodes(level: Level, since?: number): Promise<readonly NodeState[]>;
  /** The node with the whole of its error: lists cut messages off. */
  whole(node: NodeState): Promise<NodeState>;
  /** The attempts of a node to run its task. */
  tasks(node: NodeState): Promise<readonly TaskState[]>;
  /** An attempt with the whole of its error. */
  wholeTask(node: NodeState, task: TaskState): Promise<TaskState>;
}

/** Asks a cluster. */
export function lookAt({ admin }: Connection, calling: Calling, signal: Signal | undefined): Look {
  const options = { signal };
  const nodeIdOf = ({ id: nodeId, execution: executionId }: NodeState) => ({ nodeId, executionId });
  return {
    execution: (id) => calling(() => admin.getExecution({ id }, options)),
    async nodes(level, since) {
      const filters =
        since === undefined ? "" : `gte(node_execution_updated_at,${new Date(since).toISOString()})`;
      const asked = {
        workflowExecutionId: level.execution,
        uniqueParentId: level.parentId,
        filters,
        // The one order in which nodes that come while pages are read are seen twice at most, and none is missed.
        sortBy: { key: "node_id", direction: ASCENDING },
      };
      const listed = await unlessGone([], () =>
        listPages(async (page) => {
          const list = await calling(() => admin.listNodeExecutions({ ...asked, ...page }, options));
          return { values: list.nodeExecutions, token: list.token };
        }),
      );
      const states = listed.flatMap((node) => toNodeState(node, level) ?? []);
      return [...new Map(states.map((state) => [state.id, state])).values()];
    },
    async whole(node) {
      if (!mayBeCut(node.error)) return node;
      const found = await unlessGone(undefined, () =>
        calling(() => admin.getNodeExecution({ id: nodeIdOf(node) }, options)),
      );
      const result = found?.closure?.outputResult;
      return result?.$case === "error" ? { ...node, error: toFault(result.value) } : node;
    },
    async tasks(node) {
      const asked = {
        nodeExecutionId: nodeIdOf(node),
        sortBy: { key: "retry_attempt", direction: ASCENDING },
      };
      const listed = await unlessGone([], () =>
        listPages(async (page) => {
          const list = await calling(() => admin.listTaskExecutions({ ...asked, ...page }, options));
          return { values: list.taskExecutions, token: list.token };
        }),
      );
      return listed.map(toTaskState);
    },
    async wholeTask(node, task) {
      if (!mayBeCut(task.error)) return task;
      const id = {
        taskId: { resourceType: ResourceType.TASK, ...task.id },
        nodeExecutionId: nodeIdOf(node),
        retryAttempt: task.attempt,
      };
      const found = await unlessGone(undefined, () => calling(() => admin.getTaskExecution({ id }, options)));
      return found === undefined ? task : toTaskState(found);
    },
  };
}

const ASCENDING = Sort_Direction.ASCENDING;

// It was deleted since it was listed, or with the node around it.
async function unlessGone<T>(otherwise: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (errors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return otherwise;
    throw error;
  }
}
