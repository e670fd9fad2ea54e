import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";

/**
 * The task of a node if its results are cached, as on a cluster: the task itself says so, and not its call. A task
 * without outputs has nothing to keep, and a mock is not the task: what it returns must not be found by a real run.
 */
export function cachedTaskOf({ task }: TaskTarget | DynamicTarget): TaskEntity | undefined {
  // Tried first, because it costs least and decides for most tasks. A mock has no settings.
  const { settings } = task as Partial<TaskEntity>;
  if (settings?.cache === undefined || !isTask(task)) return undefined;
  return task.interface.outputs.size === 0 ? undefined : task;
}
