import type { Settings } from "./config.js";

/** A project: where it is, and its settings from options, environment, profile and configuration, in this order. */
export interface Project {
  /** The folder of `flyte.config.ts`, else of the nearest package.json, else the working directory. */
  readonly folder: string;
  /** Absolute; absent if there is none. */
  readonly configFile: string | undefined;
  readonly profile: string | undefined;
  readonly profiles: readonly string[];
  /** What holds. Paths are absolute; what nobody said is absent. */
  readonly settings: Settings;
  /**
   * Where each setting is from, in words: `--project`, `FLYTE_DEFAULT_PROJECT`, `profile prod of flyte.config.ts`. Those that
   * are put together of several places have a line for each part, such as `images.gpu` and `cluster.endpoint`.
   */
  readonly sources: { readonly [setting: string]: string };
  /** The folder that paths of modules are relative to in containers, absolute. */
  readonly root: string;
  /** Where local runs are kept, absolute: `.flyte/runs` beside the configuration, else in the user's state folder. */
  readonly runsFolder: string;
  /** Where results of cached tasks are kept, absolute: `.flyte/cache` beside the configuration, else what local runs take by default, which is undefined here. */
  readonly cacheFolder: string | undefined;
  /** The same project with another profile, or with none. @throws `PROJECT_CONFIG_INVALID` */
  withProfile(name: string | undefined): Project;
  /**
   * The same project with settings over it that options of a command give. Paths are relative to the working directory.
   *
   * @param source which option says a setting, such as `--image` for `images.gpu`
   */
  withSettings(settings: Settings, source: (setting: string) => string): Project;
}
