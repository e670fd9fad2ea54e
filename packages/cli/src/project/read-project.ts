import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import { errors } from "../errors.js";
import { loadModule } from "../sources/load-module.js";
import type { Config, Settings } from "../config/config.js";
import type { Project } from "../config/project.js";

const NAMES = ["flyte.config.ts", "flyte.config.mts", "flyte.config.js", "flyte.config.mjs"];

/** The project that a command is in: the nearest `flyte.config.ts` upwards, its profile, and what the environment and options change. */
export async function readProject(globals: Partial<GlobalValues>, { cwd, env }: Host): Promise<Project> {
  const file = globals.config === undefined ? findUpwards(cwd, NAMES) : resolve(cwd, globals.config);
  const config = file === undefined ? {} : await readConfig(file);
  const { profiles = {}, ...base } = config;
  const profile = globals.profile ?? env["TSFLYTE_PROFILE"];
  const changes = profile === undefined ? {} : profileOf(profiles, profile, file);
  const over: Settings = {
    ...(globals.project === undefined ? {} : { project: globals.project }),
    ...(globals.domain === undefined ? {} : { domain: globals.domain }),
  };
  const settings = { ...base, ...changes, ...over };
  const manifest = findUpwards(cwd, ["package.json"]);
  const folder = file === undefined ? (manifest === undefined ? cwd : dirname(manifest)) : dirname(file);
  const state = env["XDG_STATE_HOME"] ?? join(env["HOME"] ?? homedir(), ".local/state");
  const runs = settings.runs?.dir;
  return {
    folder,
    configFile: file,
    profile,
    profiles: Object.keys(profiles),
    settings,
    sources: {},
    runsFolder:
      runs === undefined
        ? file === undefined
          ? join(state, "tsflyte/runs")
          : join(folder, ".flyte/runs")
        : resolve(folder, runs),
  };
}

async function readConfig(file: string): Promise<Config> {
  const { default: config } = await loadModule(file);
  if (typeof config !== "object" || config === null)
    throw errors.CONFIG_FILE_INVALID({ file, problem: "it has no default export that is an object" });
  return config;
}

function profileOf(
  profiles: { readonly [name: string]: Settings },
  name: string,
  file = "no file",
): Settings {
  if (Object.hasOwn(profiles, name)) return profiles[name] ?? {};
  throw errors.CONFIG_FILE_INVALID({ file, problem: `it has no profile ${JSON.stringify(name)}` });
}

function findUpwards(from: string, names: readonly string[]): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((each) => existsSync(each));
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}
