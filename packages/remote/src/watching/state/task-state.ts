import type { TaskExecution } from "@flytekit-ts/models/admin";
import type { Identifier, TaskLog } from "@flytekit-ts/models/core";
import type { ExternalResourceInfo } from "@flytekit-ts/models/event";
import type { Scope } from "../../entities/ids/scope.js";
import { type ExecutionFault, toFault } from "./execution-fault.js";
import { type CacheStatus, cacheStatus, type TaskPhase, taskPhase } from "./phases.js";
import { toDate, toMilliseconds } from "./times.js";

/** Where the log of a task is. */
export interface LogLink {
  readonly name: string;
  readonly uri: string;
}

/** A task as it is registered. */
export interface TaskId extends Scope {
  readonly name: string;
  readonly version: string;
}

/** An attempt of a node to run its task. */
export interface TaskState {
  /** The name of the task. */
  readonly task: string;
  /** The task, as it is registered. */
  readonly id: TaskId;
  /** From 0 on. */
  readonly attempt: number;
  readonly phase: TaskPhase;
  /** Why it is in that phase, if the cluster says so: `Back-off pulling image ...`. */
  readonly reason?: string;
  readonly logs: readonly LogLink[];
  readonly startedAt?: Date;
  /** How long it ran, in milliseconds. */
  readonly duration?: number;
  readonly error?: ExecutionFault;
  /** The items, if the node is a map, in their order. */
  readonly items: readonly ItemState[];
}

/** An item of a map. */
export interface ItemState {
  /** From 0 on. */
  readonly index: number;
  /** From 0 on. */
  readonly attempt: number;
  readonly phase: TaskPhase;
  readonly cache?: CacheStatus;
  readonly logs: readonly LogLink[];
}

/** The state of an attempt. */
export function toTaskState({ id, closure }: TaskExecution): TaskState {
  const { outputResult, reason = "", logs = [], metadata } = closure ?? {};
  const startedAt = toDate(closure?.startedAt);
  const duration = toMilliseconds(closure?.duration);
  return {
    task: id?.taskId?.name ?? "",
    id: toTaskId(id?.taskId),
    attempt: id?.retryAttempt ?? 0,
    phase: taskPhase(closure?.phase ?? 0),
    ...(reason === "" ? {} : { reason }),
    logs: logs.map(toLogLink),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(duration === undefined ? {} : { duration }),
    ...(outputResult?.$case === "error" ? { error: toFault(outputResult.value) } : {}),
    items: toItems(metadata?.externalResources ?? []),
  };
}

function toTaskId(id: Identifier | undefined): TaskId {
  const { project = "", domain = "", name = "", version = "" } = id ?? {};
  return { project, domain, name, version };
}

// Of an item that was tried again there may be several; the last attempt is the item's.
function toItems(resources: readonly ExternalResourceInfo[]): readonly ItemState[] {
  const latest = new Map<number, ItemState>();
  for (const { index, retryAttempt: attempt, phase, cacheStatus: cached, logs } of resources) {
    const known = latest.get(index);
    if (known !== undefined && known.attempt > attempt) continue;
    latest.set(index, {
      index,
      attempt,
      phase: taskPhase(phase),
      ...(cached === 0 ? {} : { cache: cacheStatus(cached) }),
      logs: logs.map(toLogLink),
    });
  }
  return [...latest.values()].toSorted((a, b) => a.index - b.index);
}

function toLogLink({ name, uri }: TaskLog): LogLink {
  return { name, uri };
}
