import { describeValue } from "@flytekit-ts/core/errors";
import { configErrors as errors } from "../errors/config-errors.js";
import type { ConfigFile } from "./config-file.js";
import type { Environment } from "./environment.js";
import type { Setting } from "./settings.js";

/** A value, and where it was found: `FLYTE_PLATFORM_URL`, or `admin.endpoint in ~/.flyte/config.yaml`. */
export interface Found<T> {
  readonly value: T;
  readonly source: string;
}

/** Looks values up: in the environment first, then in the file. An empty text or list counts as none. */
export interface LookUp {
  text(setting: Setting): Found<string> | undefined;
  /** `false`, `0`, `off`, `no` and nothing are false in the environment, all else is true. */
  boolean(setting: Setting): Found<boolean> | undefined;
  /** Texts, which INI files and the environment separate by commas. */
  list(setting: Setting): Found<readonly string[]> | undefined;
}

/** What looks values up in an environment and a file. */
export function lookUpIn(env: Environment, file: ConfigFile | undefined): LookUp {
  const inEnvironment = (setting: Setting): Found<string> | undefined => {
    const source = `FLYTE_${setting.ini.replace(".", "_").toUpperCase()}`;
    const value = env[source];
    return value === undefined ? undefined : { value, source };
  };
  const inFile = (setting: Setting): Found<unknown> | undefined => {
    const name = file?.form === "yaml" ? setting.yaml : setting.ini;
    const value = name === undefined ? undefined : file?.get(name);
    if (value === undefined || value === null || value === "") return undefined;
    return { value, source: `${name} in ${file?.path}` };
  };
  return {
    text: (setting) => {
      const found = inEnvironment(setting) ?? inFile(setting);
      if (found === undefined || found.value === "") return undefined;
      return { value: textIn(setting, found), source: found.source };
    },
    boolean: (setting) => {
      const env = inEnvironment(setting);
      if (env !== undefined) return { value: !/^(?:false|0|off|no|)$/i.test(env.value), source: env.source };
      const found = inFile(setting);
      return found === undefined ? undefined : { value: booleanIn(setting, found), source: found.source };
    },
    list: (setting) => {
      const found = inEnvironment(setting) ?? inFile(setting);
      if (found === undefined || found.value === "") return undefined;
      const value = listIn(setting, found);
      return value.length === 0 ? undefined : { value, source: found.source };
    },
  };
}

function textIn({ name }: Setting, { value, source }: Found<unknown>): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw errors.CONFIG_VALUE_INVALID({ name, source, wanted: "a text", given: describeValue(value) });
}

function booleanIn({ name }: Setting, { value, source }: Found<unknown>): boolean {
  if (typeof value === "boolean") return value;
  const text = String(value).toLowerCase();
  if (/^(?:1|yes|true|on)$/.test(text)) return true;
  if (/^(?:0|no|false|off)$/.test(text)) return false;
  throw errors.CONFIG_VALUE_INVALID({
    name,
    source,
    wanted: "true or false",
    given: typeof value === "string" ? JSON.stringify(value) : describeValue(value),
  });
}

function listIn({ name }: Setting, { value, source }: Found<unknown>): readonly string[] {
  if (typeof value === "string") return value.split(",");
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
  throw errors.CONFIG_VALUE_INVALID({ name, source, wanted: "a list of texts", given: describeValue(value) });
}
