import type { Entity } from "@flytekit-ts/core/graph";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";

/** What a dynamic has and other tasks do not. */
export interface DynamicParts {
  /** The author's function. It takes values, and returns promises and values. */
  readonly body: (values: never) => unknown;
  /** Entities that the body may call. They are registered with the dynamic, and a container finds them through it. */
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

/** The entities that a task uses: none, unless it makes a graph, or starts others while it runs. */
export function usesOf(task: TaskEntity): readonly Entity[] {
  return isDynamic(task) ? task.dynamic.uses : (task.eager?.uses ?? []);
}
