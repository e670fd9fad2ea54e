import {
  type ExecutionClosure,
  ExecutionMetadata,
  type WorkflowExecutionEventRequest,
} from "@flytekit-ts/models/admin";
import { WorkflowExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { WorkflowExecutionEvent } from "@flytekit-ts/models/event";
import type { ExecutionBackend } from "../executions/backend.js";
import { executionOf } from "../executions/find.js";
import { offload } from "../executions/offload.js";
import { phases } from "../executions/phases.js";
import { executionKey, type ExecutionRow, executions } from "../executions/tables.js";
import { durationOf, timeProblem } from "../executions/times.js";
import { refused } from "../serving/refusal.js";
import { messageText } from "../texts/message-text.js";
import { assertCluster, ended, isDefaultProducer } from "../executions/refusals.js";
import { durationAt, errorColumns } from "./run-row.js";

/** Takes down what happened to an execution. @throws Refusal for what cannot follow what happened before */
export async function takeWorkflowEvent(
  { state, store, watchers }: ExecutionBackend,
  { event }: WorkflowExecutionEventRequest,
): Promise<void> {
  if (event === undefined) throw refused.invalid("Workflow event handler was called without event");
  const { executionId, phase } = event;
  if (executionId === undefined)
    throw refused.invalid(
      `Workflow event handler request event doesn't have an execution id - ${messageText(event)}`,
    );
  const row = executionOf(state, executionId);
  assertFollows(row, event);
  const problem = timeProblem(event.occurredAt);
  if (problem !== undefined) throw refused.internal(`Failed to parse OccurredAt: ${problem}`);
  const outputResult = await resultOf(store, row, event);
  // The row may have changed while outputs were written.
  const now = executionOf(state, row.id);
  assertFollows(now, event);
  const { occurredAt } = event;
  const startedAt = phase === Phase.RUNNING ? occurredAt : now.startedAt;
  const duration = phases.workflow.isEnd(phase) ? durationAt(startedAt, occurredAt) : now.duration;
  const closure: ExecutionClosure = {
    ...now.closure,
    phase,
    updatedAt: occurredAt,
    startedAt,
    duration: duration === undefined ? now.closure.duration : durationOf(duration),
    outputResult: outputResult ?? now.closure.outputResult,
  };
  const error = event.outputResult?.$case === "error" ? errorColumns(event.outputResult.value) : now.error;
  const change = { closure, startedAt, duration, error, ...placed(now, event) };
  state.table(executions).update(executionKey(row.id), change);
  if (phases.workflow.isEnd(phase)) watchers.onEnded(row.id);
}

/** Before an execution runs, events say on which cluster it will. */
function placed(row: ExecutionRow, { phase, producerId }: WorkflowExecutionEvent): Partial<ExecutionRow> {
  if (isDefaultProducer(producerId) || (phase !== Phase.QUEUED && phase !== Phase.UNDEFINED)) return {};
  const metadata = row.spec.metadata ?? ExecutionMetadata.create({});
  const systemMetadata = {
    ...(metadata.systemMetadata ?? { namespace: "" }),
    executionCluster: producerId,
  };
  return { cluster: producerId, spec: { ...row.spec, metadata: { ...metadata, systemMetadata } } };
}

function assertFollows({ closure, cluster }: ExecutionRow, event: WorkflowExecutionEvent): void {
  const { phase, executionId, producerId } = event;
  const current = closure.phase;
  const [from, to] = [current, phase].map(phases.workflow.name);
  const name = messageText(executionId);
  if (phase !== Phase.QUEUED) {
    if (current === phase)
      throw refused.exists(`This phase ${from} was already recorded for workflow execution ${name}`);
    assertCluster(cluster, producerId);
  }
  if (phases.workflow.isEnd(current))
    throw ended(`Invalid phase change from ${from} to ${to} for workflow execution ${name}`, from ?? "");
  if (current === Phase.RUNNING && phase === Phase.QUEUED)
    throw refused.precondition(`Cannot go from ${from} to ${to} for workflow execution ${name}`);
  if (current === Phase.ABORTING && !phases.workflow.isEnd(phase))
    throw refused.precondition(`Invalid phase change from aborting to ${to} for workflow execution ${name}`);
}

async function resultOf(
  store: ExecutionBackend["store"],
  { id }: ExecutionRow,
  { outputResult }: WorkflowExecutionEvent,
): Promise<ExecutionClosure["outputResult"]> {
  switch (outputResult?.$case) {
    case "error":
      return outputResult;
    case "outputUri":
      if (outputResult.value === "") return undefined;
      return { $case: "outputs", value: { data: { $case: "uri", value: outputResult.value } } };
    case "outputData": {
      const { project, domain, name } = id;
      const uri = await offload(store, outputResult.value, project, domain, name, "offloaded_outputs");
      return { $case: "outputs", value: { data: { $case: "uri", value: uri } } };
    }
    case undefined:
    default:
      return undefined;
  }
}
