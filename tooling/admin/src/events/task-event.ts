import type { TaskExecutionEventRequest } from "@flytekit-ts/models/admin";
import type { NodeExecutionIdentifier, TaskExecutionIdentifier } from "@flytekit-ts/models/core";
import type { TaskExecutionEvent } from "@flytekit-ts/models/event";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionOf } from "../executions/find.js";
import { assertTaskRunId } from "../executions/identifiers.js";
import { phases } from "../executions/phases.js";
import {
  nodeExecutions,
  nodeKey,
  taskExecutions,
  taskRunKey,
  type TaskRunRow,
} from "../executions/tables.js";
import { missing, refused } from "../serving/refusal.js";
import type { State } from "../state/state.js";
import { messageText } from "../texts/message-text.js";
import { offloadTaskData } from "./offload-task-data.js";
import { assertCluster, ended } from "../executions/refusals.js";
import { newTaskRun, updatedTaskRun } from "./task-row.js";

/** Takes down what happened to an attempt of a task. @throws Refusal for what cannot follow what happened before */
export async function takeTaskEvent(
  { state, store }: ExecutionBackend,
  { event }: TaskExecutionEventRequest,
): Promise<void> {
  if (event === undefined) throw missing("event");
  if (event.occurredAt === undefined) throw missing("occurred_at");
  const { taskId, parentNodeExecutionId: nodeExecutionId, retryAttempt } = event;
  const id: TaskExecutionIdentifier = { taskId, nodeExecutionId, retryAttempt };
  assertTaskRunId(id);
  const { cluster } = executionOf(state, nodeExecutionId?.executionId);
  assertCluster(cluster, event.producerId);
  const table = state.table(taskExecutions);
  const before = table.get(taskRunKey(id));
  if (before === undefined) assertNode(state, nodeExecutionId);
  else assertFollows(before, id, event);
  const data = await offloadTaskData(store, event, before?.inputUri ?? "");
  // The row may have changed while data were written.
  const now = table.get(taskRunKey(id));
  if (now === undefined) {
    table.insert(taskRunKey(id), newTaskRun(id, event, data));
    return;
  }
  assertFollows(now, id, event);
  table.update(taskRunKey(id), updatedTaskRun(now, event, data));
}

function assertNode(state: State, id: NodeExecutionIdentifier | undefined): void {
  if (state.table(nodeExecutions).get(nodeKey(id)) !== undefined) return;
  throw refused.notFound(
    `Failed to get existing node execution id: [${messageText(id)}] with err: entry not found`,
  );
}

function assertFollows(
  { closure, phaseVersion }: TaskRunRow,
  id: TaskExecutionIdentifier,
  event: TaskExecutionEvent,
): void {
  const [from, to] = [closure.phase, event.phase].map(phases.task.name);
  const name = messageText(id);
  if (closure.phase === event.phase && phaseVersion >= event.phaseVersion)
    throw refused.exists(
      `have already recorded task execution phase ${to} (version: ${event.phaseVersion}) for ${name}`,
    );
  if (phases.task.isEnd(closure.phase))
    throw ended(`invalid phase change from ${from} to ${to} for task execution ${name}`, to ?? "");
}
