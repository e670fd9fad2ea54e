import { TaskExecution_Phase as Phase, type TaskLog } from "@flytekit-ts/models/core";
import {
  TaskExecutionEvent,
  TaskExecutionMetadata_InstanceClass as InstanceClass,
} from "@flytekit-ts/models/event";
import { joinUri, type TaskNews } from "@flytekit-ts/propeller";
import { errorOf, now, PRODUCER, type Telling } from "./telling.js";

/** Turns news of tasks into events. */
export interface TaskTeller {
  onTask(news: TaskNews): void;
  /** A pod has a place to run, and its log a link. */
  onStarted(pod: string, logs: TaskLog[]): void;
}

export function taskTeller(telling: Telling): TaskTeller {
  const { reporter } = telling;
  const queued = new Map<string, TaskExecutionEvent>();
  return {
    onTask: (news) => {
      if (news.item !== undefined) return;
      const base = taskEvent(telling, news);
      if (news.phase === "RUNNING") {
        queued.set(news.pod, base);
        reporter.task({ ...base, phase: Phase.QUEUED });
        return;
      }
      reporter.task({ ...base, phase: Phase[news.phase], outputResult: resultOf(news) });
    },
    onStarted: (pod, logs) => {
      const event = queued.get(pod);
      if (event === undefined) return;
      reporter.task({ ...event, phase: Phase.RUNNING, occurredAt: now(telling), logs });
    },
  };
}

/** What an attempt ended with. */
export function resultOf({ phase, failure, outputPrefix }: TaskNews): TaskExecutionEvent["outputResult"] {
  if (failure !== undefined) return { $case: "error", value: errorOf(failure) };
  if (phase !== "SUCCEEDED") return undefined;
  return { $case: "outputUri", value: joinUri(outputPrefix, "outputs.pb") };
}

/** An event of an attempt, as far as it does not depend on what happens. */
export function taskEvent(
  telling: Telling,
  { node, attempt, task, pod, inputUri }: TaskNews,
): TaskExecutionEvent {
  const isInterruptible = telling.row.config.interruptible === true;
  return TaskExecutionEvent.fromPartial({
    ...(task.id === undefined ? {} : { taskId: task.id }),
    parentNodeExecutionId: { nodeId: node, executionId: telling.id },
    retryAttempt: attempt,
    producerId: PRODUCER,
    occurredAt: now(telling),
    inputValue: { $case: "inputUri", value: inputUri },
    taskType: task.type,
    metadata: {
      generatedName: pod,
      pluginIdentifier: "container",
      instanceClass: isInterruptible ? InstanceClass.INTERRUPTIBLE : InstanceClass.DEFAULT,
    },
    eventVersion: 1,
  });
}
