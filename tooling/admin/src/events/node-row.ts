import type { NodeExecutionClosure } from "@flytekit-ts/models/admin";
import { CatalogCacheStatus, NodeExecution_Phase as Phase } from "@flytekit-ts/models/core";
import type { NodeExecutionEvent } from "@flytekit-ts/models/event";
import { phases } from "../executions/phases.js";
import type { NodeRow } from "../executions/tables.js";
import { durationOf } from "../executions/times.js";
import { nameOf } from "../texts/enum-names.js";
import type { Offloaded } from "./offload-node-data.js";
import { durationAt, errorColumns, reportTime } from "./run-row.js";

/** The row of a node after its first event. */
export function newNode(
  event: NodeExecutionEvent,
  data: Offloaded,
  parents: Pick<NodeRow, "parentRow" | "parentTaskRow">,
): NodeRow {
  const closure: NodeExecutionClosure = {
    outputResult: undefined,
    phase: event.phase,
    startedAt: undefined,
    duration: undefined,
    createdAt: event.occurredAt,
    updatedAt: reportTime(event),
    targetMetadata: undefined,
    deckUri: "",
    dynamicJobSpecUri: "",
  };
  const metadata = {
    retryGroup: event.retryGroup,
    specNodeId: event.specNodeId,
    isParentNode: event.isParent,
    isDynamic: event.isDynamic,
    isArray: event.isArray,
    isEager: event.isEager,
  };
  const empty: NodeRow = {
    id: event.id ?? { nodeId: "", executionId: undefined },
    ...parents,
    inputUri: data.inputUri,
    closure,
    metadata,
    dynamicUri: data.dynamicUri,
    eventVersion: event.eventVersion,
    cacheStatus: undefined,
    startedAt: undefined,
    duration: undefined,
    error: undefined,
  };
  // A child execution counts only from the second event on.
  return { ...empty, ...withTask(phased(empty, event, data), event) };
}

/** What an event changes in the row of a node. */
export function updatedNode(row: NodeRow, event: NodeExecutionEvent, data: Offloaded): Partial<NodeRow> {
  const changed = phased(row, event, data);
  const next = { ...row, ...changed };
  const { targetMetadata } = event;
  const isFirstChild =
    targetMetadata?.$case === "workflowNodeMetadata" &&
    next.closure.targetMetadata?.$case !== "workflowNodeMetadata";
  const closure = isFirstChild ? { ...next.closure, targetMetadata } : next.closure;
  const made = withTask({ ...changed, closure: withSpec(closure, event) }, event);
  const { metadata } = row;
  return {
    ...made,
    inputUri: data.inputUri,
    dynamicUri: data.dynamicUri ?? row.dynamicUri,
    metadata: {
      ...metadata,
      isParentNode: metadata.isParentNode || event.isParent,
      isDynamic: metadata.isDynamic || event.isDynamic,
      isArray: metadata.isArray || event.isArray,
    },
  };
}

type Change = Pick<NodeRow, "closure" | "startedAt" | "duration" | "error"> & {
  readonly cacheStatus?: string | undefined;
};

/** What the phase of an event changes. */
function phased(row: NodeRow, event: NodeExecutionEvent, { outputResult }: Offloaded): Change {
  const { phase, occurredAt, deckUri } = event;
  const isStart = phase === Phase.RUNNING;
  const isEnd = phases.node.isEnd(phase);
  const startedAt = isStart ? occurredAt : row.startedAt;
  const duration = isEnd ? durationAt(startedAt, occurredAt) : row.duration;
  const failure = isEnd && outputResult?.$case === "error" ? errorColumns(outputResult.value) : row.error;
  const closure: NodeExecutionClosure = {
    ...row.closure,
    phase,
    updatedAt: reportTime(event),
    startedAt,
    duration: duration === undefined ? row.closure.duration : durationOf(duration),
    outputResult: outputResult ?? row.closure.outputResult,
    deckUri: isStart || isEnd ? deckUri : row.closure.deckUri,
  };
  return { closure, startedAt, duration, error: failure };
}

/** What an event says of the task of a node: whether it was cached, and its checkpoint. */
function withTask(change: Change, { targetMetadata }: NodeExecutionEvent): Change {
  if (targetMetadata?.$case !== "taskNodeMetadata") return change;
  const { cacheStatus, catalogKey, checkpointUri } = targetMetadata.value;
  const isKnown = catalogKey !== undefined;
  const value = {
    checkpointUri,
    catalogKey,
    cacheStatus: isKnown ? cacheStatus : CatalogCacheStatus.CACHE_DISABLED,
  };
  return {
    ...change,
    closure: { ...change.closure, targetMetadata: { $case: "taskNodeMetadata", value } },
    ...(isKnown ? { cacheStatus: nameOf(CatalogCacheStatus, cacheStatus) } : {}),
  };
}

function withSpec(
  closure: NodeExecutionClosure,
  { targetMetadata }: NodeExecutionEvent,
): NodeExecutionClosure {
  const made =
    targetMetadata?.$case === "taskNodeMetadata" ? targetMetadata.value.dynamicWorkflow : undefined;
  return made === undefined || made.dynamicJobSpecUri === ""
    ? closure
    : { ...closure, dynamicJobSpecUri: made.dynamicJobSpecUri };
}
