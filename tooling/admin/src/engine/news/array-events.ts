import { TaskExecution_Phase as Phase, type TaskLog } from "@flytekit-ts/models/core";
import type { ExternalResourceInfo, TaskExecutionEvent } from "@flytekit-ts/models/event";
import { joinUri, type NodeNews, type TaskNews } from "@flytekit-ts/propeller";
import { taskEvent } from "./task-events.js";
import { errorOf, now, type Telling } from "./telling.js";

/** Turns news of the items of maps into events: a map has one task execution, whose resources are its items. */
export interface ArrayTeller {
  onTask(news: TaskNews): void;
  onStarted(pod: string, logs: TaskLog[]): void;
  /** Before a map's node ends, its task execution does. */
  onNode(news: NodeNews): void;
}

interface Mapped {
  readonly event: TaskExecutionEvent;
  version: number;
}

export function arrayTeller(telling: Telling): ArrayTeller {
  const { reporter } = telling;
  const maps = new Map<string, Mapped>();
  const pods = new Map<string, TaskNews>();
  const tell = (news: TaskNews, phase: Phase, logs: TaskLog[]): void => {
    const known = maps.get(news.node);
    const map = known ?? { event: firstEvent(telling, news), version: -1 };
    maps.set(news.node, map);
    map.version += 1;
    const resources = [resourceOf(news, phase, logs)];
    reporter.task({
      ...withResources(map.event, resources),
      occurredAt: now(telling),
      phaseVersion: map.version,
    });
  };
  return {
    onTask: (news) => {
      if (news.item === undefined) return;
      if (news.phase === "RUNNING") pods.set(news.pod, news);
      tell(news, news.phase === "RUNNING" ? Phase.QUEUED : Phase[news.phase], []);
    },
    onStarted: (pod, logs) => {
      const news = pods.get(pod);
      if (news !== undefined) tell(news, Phase.RUNNING, logs);
    },
    onNode: ({ record, dir }) => {
      const map = maps.get(record.uniqueId);
      if (map === undefined || record.phase === "RUNNING") return;
      maps.delete(record.uniqueId);
      const { failure, attempt, phase } = record;
      const uri = joinUri(dir, String(attempt), "outputs.pb");
      const end = phase === "SUCCEEDED" ? Phase.SUCCEEDED : phase === "FAILED" ? Phase.FAILED : Phase.ABORTED;
      const outputResult =
        failure === undefined
          ? ({ $case: "outputUri", value: uri } as const)
          : ({ $case: "error", value: errorOf(failure) } as const);
      reporter.task({ ...withResources(map.event, []), occurredAt: now(telling), phase: end, outputResult });
    },
  };
}

function firstEvent(telling: Telling, news: TaskNews): TaskExecutionEvent {
  return {
    ...taskEvent(telling, { ...news, attempt: news.nodeAttempt, pod: news.node }),
    phase: Phase.RUNNING,
  };
}

function withResources(
  event: TaskExecutionEvent,
  externalResources: ExternalResourceInfo[],
): TaskExecutionEvent {
  return {
    ...event,
    metadata: event.metadata && { ...event.metadata, pluginIdentifier: "k8s-array", externalResources },
  };
}

function resourceOf(
  { pod, item = 0, attempt }: TaskNews,
  phase: Phase,
  logs: TaskLog[],
): ExternalResourceInfo {
  return {
    externalId: pod,
    index: item,
    retryAttempt: attempt,
    phase,
    cacheStatus: 0,
    logs,
    targetMetadata: undefined,
    customInfo: undefined,
    logContext: undefined,
  };
}
