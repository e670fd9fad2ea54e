import type { Resources } from "@flytekit-ts/core";
import type { PlanSettings, TaskResolver } from "@flytekit-ts/core/tasks";
import type { Storage } from "@flytekit-ts/core/storage";
import type { ConnectOptions } from "@flytekit-ts/remote";
import type { BundleOptions } from "@flytekit-ts/runtime/bundle";
import type { ImageHook } from "@flytekit-ts/runtime/package";
import type { DockerImage } from "./docker-image.js";

/**
 * How containers get the code of tasks: as one bundled module that comes in an archive, as the files of the project in an
 * archive, or not at all because it is in the image.
 */
export type CodeForm = "bundle" | "files" | "image";

/** How bundles are made, as `bundle` of `@flytekit-ts/runtime/bundle` takes it. */
export type BundleSettings = Pick<BundleOptions, "platforms" | "external" | "keep" | "minify">;

/** How to reach the cluster; project, domain and storages are settings of their own. */
export type ClusterSettings = Omit<
  ConnectOptions,
  "project" | "domain" | "storage" | "env" | "cwd" | "onNotice"
>;

/** What may be said in `flyte.config.ts`, for a project or for one of its profiles. Paths are relative to that file. */
export interface Settings {
  /** The modules whose exports make the project, such as `src/workflows.ts`. */
  readonly modules?: readonly string[] | undefined;
  /** The folder that paths of modules are relative to in containers; by default the folder of the configuration. */
  readonly root?: string | undefined;
  /** The project of the cluster. */
  readonly project?: string | undefined;
  /** The domain of the cluster. */
  readonly domain?: string | undefined;
  /** The version of what is registered; by default a hash of all that is. */
  readonly version?: string | undefined;
  /** The image of tasks that name none: its reference with a tag or digest, what makes it, or a Dockerfile. */
  readonly image?: string | ImageHook | DockerImage | undefined;
  /** Images by the names that tasks call them: `{{.image.gpu}}`. */
  readonly images?: { readonly [name: string]: string | ImageHook | DockerImage } | undefined;
  /** How containers get the code; `"bundle"` if absent. */
  readonly code?: CodeForm | undefined;
  /** The folder of containers that code of an archive is unpacked in; `/app` if absent. */
  readonly destination?: string | undefined;
  /** How containers find tasks, where not by module and name: its `location` is a module of the image and its export. */
  readonly resolver?: TaskResolver | undefined;
  /** How bundles are made: for which platforms (`linux-x64` if absent), which packages stay beside them. */
  readonly bundle?: BundleSettings | undefined;
  /** Environment variables of tasks. */
  readonly environment?: { readonly [name: string]: string } | undefined;
  /** Resources of tasks that declare none, such as `{ cpu: "1", memory: "2Gi" }`. */
  readonly resources?: Resources | undefined;
  /** Settings of all launch plans that are registered: labels, annotations, the service account of their executions. */
  readonly plans?: PlanSettings | undefined;
  /** Where executions put files and large values, such as `s3://bucket/data`. */
  readonly rawOutputPrefix?: string | undefined;
  /** Storages for URIs that local runs read and write. */
  readonly storage?: Storage | readonly Storage[] | undefined;
  /** The cluster, where Flyte's own configuration files do not say it or say another. */
  readonly cluster?: ClusterSettings | undefined;
  /** Where local runs are kept, and how many. */
  readonly runs?: { readonly dir?: string | undefined; readonly keep?: number | undefined } | undefined;
  /** Where results of cached tasks are kept: a folder, true for the usual one, or false for no cache. */
  readonly cache?: string | boolean | undefined;
  /** Codes of problems that are only warnings, such as `MAP_TARGET_NEEDS_NEWER_BACKEND` for a newer Flyte. */
  readonly allow?: readonly string[] | undefined;
}

/** The settings of a project, and profiles that change some of them: what `flyte.config.ts` exports. */
export interface Config extends Settings {
  /** Settings by the name of a profile, which `--profile` or `TSFLYTE_PROFILE` chooses. */
  readonly profiles?: { readonly [name: string]: Settings } | undefined;
}

/**
 * Write down the configuration of a project: the default export of `flyte.config.ts`.
 *
 * @example
 * export default defineConfig({
 *   modules: ["src/workflows.ts"],
 *   image: "ghcr.io/acme/tasks:v1",
 *   profiles: { prod: { domain: "production" } },
 * });
 */
export function defineConfig(config: Config): Config {
  return config;
}
