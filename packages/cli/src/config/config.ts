import type { Storage } from "@flytekit-ts/core/storage";
import type { ConnectOptions } from "@flytekit-ts/remote";

/** What may be said in `flyte.config.ts`, for a project or for one of its profiles. */
export interface Settings {
  /** The modules whose exports make the project, relative to the file of the configuration, such as `src/workflows.ts`. */
  readonly modules?: readonly string[] | undefined;
  /** The folder that paths of modules are relative to in containers. By default the folder of the configuration. */
  readonly root?: string | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** The image of tasks that name none. */
  readonly image?: string | undefined;
  /** Images by the names that tasks call them. */
  readonly images?: { readonly [name: string]: string } | undefined;
  /** Environment variables of tasks. */
  readonly environment?: { readonly [name: string]: string } | undefined;
  /** Where executions put files and large values, such as `s3://bucket/data`. */
  readonly rawOutputPrefix?: string | undefined;
  /** Storages for URIs that local runs read and write. */
  readonly storage?: Storage | readonly Storage[] | undefined;
  /** The cluster, where Flyte's own configuration files do not say it or say another. */
  readonly cluster?: ConnectOptions | undefined;
  /** Where local runs are kept: a folder, relative to the configuration, and how many. */
  readonly runs?: { readonly dir?: string | undefined; readonly keep?: number | undefined } | undefined;
  /** Where results of tasks are kept: a folder, or false for no cache. */
  readonly cache?: string | boolean | undefined;
}

/** `flyte.config.ts`: the settings of a project, and profiles that change some of them. */
export interface Config extends Settings {
  readonly profiles?: { readonly [name: string]: Settings } | undefined;
}

/** Write down the configuration of a project: the default export of `flyte.config.ts`. */
export function defineConfig(config: Config): Config {
  return config;
}
