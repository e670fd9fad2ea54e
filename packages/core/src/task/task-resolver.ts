import type { Entity } from "../entity/entity.js";

/**
 * Finds a task again inside a container.
 *
 * What `loaderArgs` says when a task is registered, `loadTask` is given when it runs.
 */
export interface TaskResolver {
  /**
   * Where a container finds this resolver: the module that exports it and the export's name, such as
   * `@acme/flyte-plugin#shelfResolver`. It becomes `--resolver` in the commands of containers. `undefined` for
   * the resolver that containers use by themselves, which goes by module and name.
   */
  readonly location: string | undefined;
  /** The words for a task; paths in them are relative to `root`, where one is given. */
  loaderArgs(task: Entity, root?: string): string[];
  loadTask(args: readonly string[]): Promise<Entity>;
}
