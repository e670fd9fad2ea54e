import type { Entity } from "../../entity/entity.js";

/**
 * Finds a task again inside a container.
 *
 * `loaderArgs` is called when a task is registered. Its result is passed to `loadTask` when the task runs.
 */
export interface TaskResolver {
  /**
   * Where a container finds this resolver: the module that exports it and the name of the export, such as
   * `@acme/flyte-plugin#shelfResolver`. It becomes `--resolver` in the commands of containers. `undefined` for
   * the default resolver of containers, which finds tasks by module and name.
   */
  readonly location: string | undefined;
  /** The arguments for a task. Paths in them are relative to `root`, if it is given. */
  loaderArgs(task: Entity, root?: string): string[];
  /** Finds the task again from the arguments that `loaderArgs` returned for it. */
  loadTask(args: readonly string[]): Promise<Entity>;
}
