import type { Resources } from "../../settings/resources.js";
import type { TaskSettings } from "../../settings/task-settings.js";
import type { Place } from "../../source/place.js";
import type { FastRegistration } from "./fast-registration.js";
import type { PlanSettings } from "./plan-settings.js";
import type { TaskResolver } from "./task-resolver.js";

/** What the cache version of a task is computed from. */
export interface CachedTask {
  readonly name: string;
  readonly definedAt: Place;
  readonly settings: TaskSettings;
}

/** Settings for registering entities: project, domain, version and image. They are not part of any declaration. */
export interface SerializationSettings {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
  /** Image of tasks that have none of their own. */
  readonly image: string;
  /** Images by name, for tasks that say `image: "{{.image.gpu}}"`, or `"{{.image.gpu.fqn}}:v2"`. */
  readonly images?: { readonly [name: string]: string } | undefined;
  /** Resources of tasks that declare none, such as `{ cpu: "1", memory: { request: "1Gi", limit: "2Gi" } }`. */
  readonly defaultResources?: Resources | undefined;
  /** Settings of all launch plans that are registered. */
  readonly plans?: PlanSettings | undefined;
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
  readonly cacheVersion?: ((task: CachedTask) => string) | undefined;
  /** Where containers get the code of tasks, if it is not in their image. */
  readonly fast?: FastRegistration | undefined;
  /** How containers find tasks again: by module and name by default. */
  readonly resolver?: TaskResolver | undefined;
}
