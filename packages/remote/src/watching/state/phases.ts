import {
  CatalogCacheStatus,
  NodeExecution_Phase,
  TaskExecution_Phase,
  WorkflowExecution_Phase,
} from "@flytekit-ts/models/core";

/** A value of an enum that this version does not know, such as that of a newer cluster. */
export type UnknownValue = `UNKNOWN_${number}`;

/** The phase of an execution, in Flyte's words. */
export type ExecutionPhase = keyof typeof WorkflowExecution_Phase | UnknownValue;
/** The phase of a node, in Flyte's words. */
export type NodePhase = keyof typeof NodeExecution_Phase | UnknownValue;
/** The phase of an attempt of a task, or of an item of a map, in Flyte's words. */
export type TaskPhase = keyof typeof TaskExecution_Phase | UnknownValue;
/** What the cache did for a node, in Flyte's words without `CACHE_`. */
export type CacheStatus =
  | "DISABLED"
  | "MISS"
  | "HIT"
  | "POPULATED"
  | "LOOKUP_FAILURE"
  | "PUT_FAILURE"
  | "SKIPPED"
  | "EVICTED"
  | UnknownValue;

/** The phase of an execution by its number. */
export const executionPhase: (value: number) => ExecutionPhase = namesOf(WorkflowExecution_Phase);
/** The phase of a node by its number. */
export const nodePhase: (value: number) => NodePhase = namesOf(NodeExecution_Phase);
/** The phase of a task by its number. */
export const taskPhase: (value: number) => TaskPhase = namesOf(TaskExecution_Phase);

const cacheNames = namesOf(CatalogCacheStatus);

/** What the cache did, by its number. */
export function cacheStatus(value: number): CacheStatus {
  return cacheNames(value).replace(/^CACHE_/, "") as CacheStatus;
}

/** Phases after which none comes, of executions, nodes and tasks alike. */
const LAST: ReadonlySet<string> = new Set([
  "SUCCEEDED",
  "FAILED",
  "ABORTED",
  "TIMED_OUT",
  "SKIPPED",
  "RECOVERED",
  "RETRYABLE_FAILED",
]);

/** Whether no other phase comes after this one. What is not known may go on. */
export function isLast(phase: string): boolean {
  return LAST.has(phase);
}

function namesOf<N extends string>(values: Readonly<Record<N, number>>): (value: number) => N | UnknownValue {
  const names = new Map(Object.entries<number>(values).map(([name, value]) => [value, name as N]));
  return (value) => names.get(value) ?? `UNKNOWN_${value}`;
}
