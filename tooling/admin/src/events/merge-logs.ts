import { type TaskLog, TaskExecution_Phase as Phase } from "@flytekit-ts/models/core";
import { phases } from "../executions/phases.js";

/** The latest logs, and those of before that have neither the URI nor the name of one of them. */
export function mergeLogs(existing: TaskLog[], latest: TaskLog[]): TaskLog[] {
  if (latest.length === 0) return existing;
  const uris = new Set(latest.map(({ uri }) => uri));
  const names = new Set(latest.map(({ name }) => name).filter((name) => name !== ""));
  return [...latest, ...existing.filter(({ uri, name }) => !uris.has(uri) && !names.has(name))];
}

/** The logs that a phase shows: some only while a task waits, some no more when it has ended. */
export function filterLogs(logs: TaskLog[], phase: number): TaskLog[] {
  const isWaiting = phase === Phase.QUEUED || phase === Phase.INITIALIZING;
  return logs.filter(({ HideOnceFinished: hidesAtEnd, ShowWhilePending: showsEarly }) => {
    if (phases.task.isEnd(phase) && hidesAtEnd) return false;
    return !isWaiting || showsEarly;
  });
}
