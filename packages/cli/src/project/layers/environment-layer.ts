import type { Settings } from "../../config/config.js";
import { configInvalid } from "../shapes/config-invalid.js";
import { settingShapes } from "../shapes/settings-shapes.js";
import { absolutePaths } from "./absolute-paths.js";
import { clusterVariables } from "./cluster-variables.js";
import type { Layer } from "./layer.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of settings, those that Flyte has under its names. Of several, the first that is set counts. */
export const VARIABLES = {
  project: ["FLYTE_DEFAULT_PROJECT", "FLYTE_LOCAL_PROJECT"],
  domain: ["FLYTE_DEFAULT_DOMAIN", "FLYTE_LOCAL_DOMAIN"],
  image: ["FLYTE_INTERNAL_IMAGE"],
  version: ["TSFLYTE_VERSION"],
  modules: ["TSFLYTE_MODULES"],
  root: ["TSFLYTE_ROOT"],
  code: ["TSFLYTE_CODE"],
  destination: ["TSFLYTE_DESTINATION"],
  rawOutputPrefix: ["TSFLYTE_RAW_OUTPUT_PREFIX"],
  "runs.dir": ["TSFLYTE_RUNS_DIR"],
  "runs.keep": ["TSFLYTE_RUNS_KEEP"],
  cache: ["TSFLYTE_CACHE", "FLYTE_LOCAL_CACHE_ENABLED"],
} as const satisfies { readonly [setting: string]: readonly string[] };

type Name = keyof typeof VARIABLES;

/** What the environment says. A variable that is set to nothing counts as absent. @throws `PROJECT_CONFIG_INVALID` */
export function environmentLayer(env: Environment, cwd: string): Layer {
  const hides = clusterVariables(env);
  const said = (name: Name): string | undefined => VARIABLES[name].find((each) => (env[each] ?? "") !== "");
  const text = (name: Name): string | undefined => env[said(name) ?? ""];
  const dir = text("runs.dir");
  const keep = text("runs.keep");
  const settings = {
    project: text("project"),
    domain: text("domain"),
    image: text("image"),
    version: text("version"),
    modules: text("modules")
      ?.split(",")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
    root: text("root"),
    code: text("code") as Settings["code"],
    destination: text("destination"),
    rawOutputPrefix: text("rawOutputPrefix"),
    runs: { dir, keep: keep === undefined ? undefined : numberOf(keep) },
    cache: cacheOf(text("cache")),
  };
  assertEnvironment(settings, said);
  return {
    settings: absolutePaths(settings, cwd),
    sourceOf: (path) => hides.get(path) ?? said(path as Name) ?? "the environment",
    hides: [...hides.keys()].map((each) => each.split(".")),
  };
}

// `Number` takes blanks for 0.
function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

function cacheOf(text: string | undefined): string | boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(?:1|t|true|y|yes|on)$/i.test(text)) return true;
  return /^(?:0|f|false|n|no|off)$/i.test(text) ? false : text;
}

function assertEnvironment(settings: Settings, said: (name: Name) => string | undefined): void {
  const faults = Object.entries(settings).flatMap(([name, value]) => {
    const shape = settingShapes[name as keyof Settings];
    return value === undefined ? [] : shape(value, [name]);
  });
  if (faults.length === 0) return;
  const inWords = faults.map(({ keys, problem, advice }) => ({
    problem: `${said(keys.slice(0, 2).join(".") as Name) ?? said(keys[0] as Name)}: ${problem}`,
    advice: advice ?? "Unset the variable, or set it to what it has to be.",
  }));
  throw configInvalid("The environment", inWords);
}
