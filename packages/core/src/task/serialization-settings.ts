import type { TaskEntity } from "./task-entity.js";
import type { TaskResolver } from "./task-resolver.js";

/** Settings for registering entities: project, domain, version and image. They are not part of any declaration. */
export interface SerializationSettings {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
  /** Image of tasks that have none of their own. */
  readonly image: string;
  /** Environment variables of every task. The variables of a task override them. */
  readonly environment?: { readonly [name: string]: string } | undefined;
  /**
   * Folder that module paths are relative to, so that two machines write equal messages; the working directory by
   * default.
   */
  readonly root?: string | undefined;
  /**
   * Computes the cache version of a task that declares `cache: { version: "auto" }`: `cacheVersionOf` of
   * `@flytekit-ts/local-exec`.
   */
  readonly cacheVersion?: ((task: TaskEntity) => string) | undefined;
  /** How containers find tasks again: by module and name by default. */
  readonly resolver?: TaskResolver | undefined;
}
