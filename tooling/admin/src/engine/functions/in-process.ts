import { isRecoverable } from "@flytekit-ts/core/context";
import type { Entity } from "@flytekit-ts/core/graph";
import {
  executeTask,
  isTask,
  type SerializationSettings,
  type TaskEntity,
  testContext,
} from "@flytekit-ts/core/tasks";
import { encode } from "@flytekit-ts/models";
import { DynamicJobSpec } from "@flytekit-ts/models/core";
import { type DataStore, joinUri, type Pod, type PodEnd, type PodRunner } from "@flytekit-ts/propeller";
import { compileDynamic, isDynamic } from "@flytekit-ts/workflow/compile";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import { leaveError, leaveOutputs } from "./left-files.js";
import { namesOf } from "./names-of.js";

/** With what the nodes of dynamics are made: the settings of registration. */
export type InProcessSettings = SerializationSettings;

/** Runs our own tasks in this process, by their names, on the data that their containers would have. Nothing is started. */
export function inProcess(
  entities: readonly Entity[],
  settings: InProcessSettings,
): (store: DataStore) => PodRunner {
  const tasks = new Map(entities.flatMap(allTasks).map((task) => [task.name, task]));
  // What a dynamic calls is known when it has run.
  const learn = (made: readonly Entity[]): void => {
    for (const task of made.filter(isTask)) tasks.set(task.name, task);
  };
  return (store) => ({
    run: async (pod, signal): Promise<PodEnd> => {
      const names = namesOf(pod);
      const task = names.flatMap((name) => tasks.get(name) ?? [])[0];
      if (task === undefined) return { exitCode: 1, log: `there is no task ${names[0]} in this process` };
      try {
        await runTask(task, { pod, store, settings, learn });
      } catch (error) {
        signal.throwIfAborted();
        await leaveError(store, pod, error, isRecoverable(task, error));
      }
      return { exitCode: 0, log: "" };
    },
  });
}

interface Running {
  readonly pod: Pod;
  readonly store: DataStore;
  readonly settings: InProcessSettings;
  readonly learn: (made: readonly Entity[]) => void;
}

async function runTask(task: TaskEntity, { pod, store, settings, learn }: Running): Promise<void> {
  if (!isDynamic(task)) {
    const context = testContext({ attempt: pod.attempt });
    return leaveOutputs(store, pod, await executeTask(task, pod.inputs, context));
  }
  const made = compileDynamic(task, pod.inputs, settings);
  if (made.kind !== "graph") return leaveOutputs(store, pod, made.outputs);
  learn(made.compiled.entities);
  return store.write(joinUri(pod.outputPrefix, "futures.pb"), encode(DynamicJobSpec, made.spec));
}
