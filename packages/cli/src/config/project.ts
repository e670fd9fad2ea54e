import type { Settings } from "./config.js";

/** A project: where it is, and its settings from options, environment, profile and configuration, in this order. */
export interface Project {
  /** The folder of `flyte.config.ts`, else of the nearest package.json, else the working directory. */
  readonly folder: string;
  /** Absolute; absent if there is none. */
  readonly configFile: string | undefined;
  readonly profile: string | undefined;
  readonly profiles: readonly string[];
  readonly settings: Settings;
  /** Where each setting is from, in words: `--project`, `FLYTE_DEFAULT_PROJECT`, `profile prod of flyte.config.ts`. */
  readonly sources: { readonly [setting: string]: string };
  /** Where local runs are kept, absolute: `.flyte/runs` beside the configuration, else in the user's state folder. */
  readonly runsFolder: string;
}
