import type { Signal } from "@flytekit-ts/core/storage";
import type { Execution } from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import { mayBeCut, toFault } from "../state/execution-fault.js";
import type { ExecutionId } from "../state/execution-id.js";
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
  /** The attempts of a node to run its task, with the whole of their errors. */
  tasks(node: NodeState): Promise<readonly TaskState[]>;
}

/** Asks a cluster. */
export function lookAt({ admin }: Connection, calling: Calling, signal: Signal | undefined): Look {
  const options = { signal };
  return {
    execution: (id) => calling(() => admin.getExecution({ id }, options)),
    async nodes(level, since) {
      const filters =
        since === undefined ? "" : `gte(node_execution_updated_at,${new Date(since).toISOString()})`;
      const listed = await listPages(async (page) => {
        const { nodeExecutions, token } = await calling(() =>
          admin.listNodeExecutions(
            {
              workflowExecutionId: level.execution,
              uniqueParentId: level.parentId,
              filters,
              // The one order in which nodes that come while pages are read are seen twice at most, and none is missed.
              sortBy: { key: "node_id", direction: 1 },
              ...page,
            },
            options,
          ),
        );
        return { values: nodeExecutions, token };
      });
      const states = listed.flatMap((node) => toNodeState(node, level) ?? []);
      return [...new Map(states.map((state) => [state.id, state])).values()];
    },
    async whole(node) {
      if (!mayBeCut(node.error)) return node;
      const id = { nodeId: node.id, executionId: node.execution };
      const { closure } = await calling(() => admin.getNodeExecution({ id }, options));
      const result = closure?.outputResult;
      return result?.$case === "error" ? { ...node, error: toFault(result.value) } : node;
    },
    async tasks({ id: nodeId, execution: executionId }) {
      const nodeExecutionId = { nodeId, executionId };
      const listed = await listPages(async (page) => {
        const { taskExecutions, token } = await calling(() =>
          admin.listTaskExecutions(
            { nodeExecutionId, sortBy: { key: "retry_attempt", direction: 1 }, ...page },
            options,
          ),
        );
        return { values: taskExecutions, token };
      });
      const states: TaskState[] = [];
      for (const task of listed) {
        const state = toTaskState(task);
        const whole =
          mayBeCut(state.error) && task.id !== undefined
            ? await calling(() => admin.getTaskExecution({ id: task.id }, options))
            : task;
        states.push(whole === task ? state : toTaskState(whole));
      }
      return states;
    },
  };
}
