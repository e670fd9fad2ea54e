import type { TaskContext } from "./task-context.js";

/**
 * What a kind of task does around the author's function: a plugin's own work, such as joining a cluster of processes.
 *
 * A hook that throws is no fault of the author: it is `TASK_HOOK_FAILED`, which another attempt may help against.
 */
export interface TaskHooks {
  /** Gets the values of the inputs. What it returns takes their place, unless it is undefined. */
  readonly before?: ((inputs: never, context: TaskContext) => unknown) | undefined;
  /** Gets what the function returned. What it returns takes its place, unless it is undefined. */
  readonly after?: ((result: never, context: TaskContext) => unknown) | undefined;
}
