import type { Reason, TaskExecutionClosure } from "@flytekit-ts/models/admin";
import { type TaskExecutionIdentifier, TaskExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { TaskExecutionEvent, TaskExecutionMetadata } from "@flytekit-ts/models/event";
import { phases } from "../executions/phases.js";
import type { TaskRunRow } from "../executions/tables.js";
import { durationOf } from "../executions/times.js";
import { filterLogs, mergeLogs } from "./merge-logs.js";
import { mergeMetadata, sortedResources } from "./merge-metadata.js";
import { mergeRecords } from "./merge-records.js";
import type { OffloadedRun } from "./offload-task-data.js";
import { durationAt, errorColumns, reportTime } from "./run-row.js";

/** The row of an attempt of a task after its first event. */
export function newTaskRun(
  id: TaskExecutionIdentifier,
  event: TaskExecutionEvent,
  data: OffloadedRun,
): TaskRunRow {
  const closure: TaskExecutionClosure = {
    outputResult: undefined,
    phase: event.phase,
    logs: event.logs,
    startedAt: undefined,
    duration: undefined,
    createdAt: event.occurredAt,
    updatedAt: reportTime(event),
    customInfo: event.customInfo,
    reason: "",
    taskType: event.taskType,
    metadata: event.metadata && sortedResources(event.metadata),
    eventVersion: event.eventVersion,
    reasons: [],
    logContext: event.logContext,
  };
  const empty: TaskRunRow = {
    id,
    inputUri: data.inputUri,
    closure: { ...closure, ...reasoned(closure, event) },
    phaseVersion: event.phaseVersion,
    startedAt: undefined,
    duration: undefined,
    error: undefined,
  };
  return { ...empty, ...phased(empty, event, data) };
}

/** What an event changes in the row of an attempt. */
export function updatedTaskRun(
  row: TaskRunRow,
  event: TaskExecutionEvent,
  data: OffloadedRun,
): Partial<TaskRunRow> {
  const { closure } = row;
  const { phase } = event;
  const isChange = closure.phase !== phase;
  const metadata = mergeMetadata(closure.metadata, event.metadata);
  const merged: TaskExecutionClosure = {
    ...closure,
    ...reasoned(closure, event),
    updatedAt: reportTime(event),
    logs: filterLogs(mergeLogs(closure.logs, event.logs), phase),
    customInfo: mergeRecords(closure.customInfo, event.customInfo),
    metadata: metadata && isChange ? withLogsOf(metadata, phase) : metadata,
    eventVersion: Math.max(closure.eventVersion, event.eventVersion),
    logContext: event.logContext ?? closure.logContext,
  };
  return {
    ...phased({ ...row, closure: merged }, event, data),
    inputUri: data.inputUri,
    // The database is not told of a version that is 0.
    phaseVersion: event.phaseVersion || row.phaseVersion,
  };
}

/** What the phase of an event changes. The first RUNNING is the start. */
function phased(
  row: TaskRunRow,
  { phase, occurredAt }: TaskExecutionEvent,
  { outputResult }: OffloadedRun,
): Pick<TaskRunRow, "closure" | "startedAt" | "duration" | "error"> {
  const isEnd = phases.task.isEnd(phase);
  const startedAt = phase === Phase.RUNNING ? (row.startedAt ?? occurredAt) : row.startedAt;
  const duration = isEnd ? durationAt(startedAt, occurredAt) : row.duration;
  const closure: TaskExecutionClosure = {
    ...row.closure,
    phase,
    startedAt,
    duration: duration === undefined ? row.closure.duration : durationOf(duration),
    outputResult: outputResult ?? row.closure.outputResult,
  };
  const error = outputResult?.$case === "error" ? errorColumns(outputResult.value) : row.error;
  return { closure, startedAt, duration, error };
}

/** Metadata whose resources have the logs that a phase shows. */
function withLogsOf(metadata: TaskExecutionMetadata, phase: number): TaskExecutionMetadata {
  const externalResources = metadata.externalResources.map((each) => ({
    ...each,
    logs: filterLogs(each.logs, phase),
  }));
  return { ...metadata, externalResources };
}

/** The reasons after an event. One that says the same as the last is not added. */
function reasoned(
  { reason, reasons }: TaskExecutionClosure,
  event: TaskExecutionEvent,
): Pick<TaskExecutionClosure, "reason" | "reasons"> {
  const last = event.reasons.at(-1);
  if (last !== undefined) {
    const added = event.reasons.map((each): Reason => ({
      occurredAt: each.occurredAt,
      message: each.reason,
    }));
    return { reason: last.reason, reasons: [...reasons, ...added] };
  }
  if (event.reason === "" || event.reason === reason) return { reason, reasons };
  return {
    reason: event.reason,
    reasons: [...reasons, { occurredAt: event.occurredAt, message: event.reason }],
  };
}
