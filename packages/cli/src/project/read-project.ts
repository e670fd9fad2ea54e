import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { closest } from "@flytekit-ts/core/graph";
import { homeFolder } from "@flytekit-ts/core/storage";
import type { Host } from "../command/host.js";
import type { Config, Settings } from "../config/config.js";
import type { Project } from "../config/project.js";
import { configInvalid } from "./shapes/config-invalid.js";
import { CONFIG_NAMES, findUpwards } from "./config-file/find-config.js";
import { loadConfig } from "./config-file/load-config.js";
import { shownPath } from "./config-file/shown-path.js";
import { absolutePaths } from "./layers/absolute-paths.js";
import { environmentLayer } from "./layers/environment-layer.js";
import { joinLayers } from "./layers/join-layers.js";
import type { Layer } from "./layers/layer.js";

/** What a project is read from: options that every command takes, the environment and the working directory. */
export interface ReadFrom {
  readonly globals: {
    readonly config?: string | undefined;
    readonly profile?: string | undefined;
    readonly project?: string | undefined;
    readonly domain?: string | undefined;
  };
  readonly host: Pick<Host, "cwd" | "env"> & Partial<Pick<Host, "signal">>;
  /** A file that a command is given: the configuration nearest to it counts before that of the working directory. */
  readonly file?: string | undefined;
}

/**
 * The project that a command is in: the nearest `flyte.config.ts` upwards, its profile, and what the environment and
 * options change.
 *
 * @throws `PROJECT_CONFIG_INVALID`
 */
export async function readProject({ globals, host, file }: ReadFrom): Promise<Project> {
  const { cwd, env, signal } = host;
  const named = globals.config ?? (env["TSFLYTE_CONFIG"] || undefined);
  const folders = [...(file === undefined ? [] : [dirname(resolve(cwd, file))]), cwd];
  const configFile = named === undefined ? nearest(folders, CONFIG_NAMES) : resolve(cwd, named);
  const config =
    configFile === undefined ? {} : await loadConfig(configFile, shownPath(configFile, cwd), signal);
  const manifest = nearest(folders, ["package.json"]);
  const folder = dirname(configFile ?? manifest ?? join(cwd, "package.json"));
  const flags: Layer = {
    settings: { project: globals.project, domain: globals.domain },
    sourceOf: (path) => `--${path}`,
  };
  const above = [environmentLayer(env, cwd), flags];
  const profile = globals.profile ?? (env["TSFLYTE_PROFILE"] || undefined);
  return projectOf({ folder, configFile, config, above, env, cwd }, profile, []);
}

interface Parts {
  readonly folder: string;
  readonly configFile: string | undefined;
  readonly config: Config;
  /** The layers above those of the configuration. */
  readonly above: readonly Layer[];
  readonly env: Host["env"];
  readonly cwd: string;
}

function projectOf(parts: Parts, profile: string | undefined, more: readonly Layer[]): Project {
  const { folder, configFile, config, above, env, cwd } = parts;
  const { profiles = {}, ...base } = config;
  const name = basename(configFile ?? "");
  const chosen =
    profile === undefined ? {} : profileOf(profiles, profile, configFile && shownPath(configFile, cwd));
  const layers: readonly Layer[] = [
    { settings: absolutePaths(base, folder), sourceOf: () => name },
    { settings: absolutePaths(chosen, folder), sourceOf: () => `profile ${profile} of ${name}` },
    ...above,
    ...more,
  ];
  const { settings, sources } = joinLayers(layers);
  return {
    ...{ folder, configFile, profile, settings, sources },
    profiles: Object.keys(profiles),
    root: settings.root ?? folder,
    runsFolder:
      settings.runs?.dir ?? (configFile === undefined ? stateFolder(env) : join(folder, ".flyte/runs")),
    cacheFolder: typeof settings.cache === "string" ? settings.cache : undefined,
    withProfile: (other) => projectOf(parts, other, more),
    withSettings: (given, sourceOf) =>
      projectOf(parts, profile, [...more, { settings: absolutePaths(given, cwd), sourceOf }]),
  };
}

function nearest(folders: readonly string[], names: readonly string[]): string | undefined {
  for (const folder of folders) {
    const found = findUpwards(folder, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

// In a container, a user may have no home.
function stateFolder(env: Host["env"]): string {
  const state = env["XDG_STATE_HOME"] || join(homeFolder(env) ?? tmpdir(), ".local", "state");
  return join(state, "tsflyte", "runs");
}

function profileOf(
  profiles: { readonly [name: string]: Settings },
  name: string,
  file: string | undefined,
): Settings {
  if (Object.hasOwn(profiles, name)) return profiles[name] ?? {};
  const names = Object.keys(profiles);
  const near = closest(name, names);
  const has = names.length === 0 ? "It has no profiles." : `It has ${names.join(", ")}.`;
  const what = file === undefined ? "The command line" : `The configuration ${file}`;
  const problem =
    file === undefined
      ? `there is a profile ${JSON.stringify(name)} and no flyte.config.ts that could say what it is`
      : `it has no profile ${JSON.stringify(name)}`;
  const advice =
    file === undefined
      ? "Write a flyte.config.ts, or leave `--profile` and `TSFLYTE_PROFILE` out."
      : near === undefined
        ? has
        : `Did you mean ${near}?`;
  throw configInvalid(what, [{ problem, advice }]);
}
