import type { Entity } from "@flytekit-ts/core/graph";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";

/** What sets a dynamic apart from other tasks. */
export interface DynamicParts {
  /** The author's function: values in, promises and values out. */
  readonly body: (values: never) => unknown;
  /** Entities that the body may call, registered with the dynamic and found again through it. */
  readonly uses: readonly Entity[];
}

/** A dynamic without its types: a task that makes a graph when it runs. */
export interface DynamicEntity extends TaskEntity {
  readonly dynamic: DynamicParts;
}

/** Whether a value is a dynamic, of this copy of the package or another. */
export function isDynamic(value: unknown): value is DynamicEntity {
  return isTask(value) && "dynamic" in value;
}

/** What a task makes use of: nothing, unless it is a dynamic. */
export function usesOf(task: TaskEntity): readonly Entity[] {
  return isDynamic(task) ? task.dynamic.uses : [];
}
