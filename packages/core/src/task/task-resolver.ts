import type { Entity } from "../entity/entity.js";

/**
 * Finds a task again inside a container.
 *
 * What `loaderArgs` says when a task is registered, `loadTask` is given when it runs.
 */
export interface TaskResolver {
  /** The words for a task; paths in them are relative to `root`, where one is given. */
  loaderArgs(task: Entity, root?: string): string[];
  loadTask(args: readonly string[]): Promise<Entity>;
}
