import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { homeFolder, systemWords } from "@flytekit-ts/core/storage";
import { configErrors as errors } from "../errors/config-errors.js";
import type { Environment } from "./environment.js";
import { parseIni } from "./parse-ini.js";

/** A configuration file that was read: what it says under the names of each of its two forms. */
export interface ConfigFile {
  readonly path: string;
  readonly form: "yaml" | "ini";
  /** The value at a name such as `admin.endpoint` (YAML) or `platform.url` (INI). */
  get(name: string): unknown;
}

const HOME_FILES = [".flyte/config", ".flyte/config.yaml", ".uctl/config.yaml"];

// Those that name a file, the strongest first.
const VARIABLES = ["_FLYTECTL_CONFIG_PYFLYTE_OVERRIDE", "FLYTECTL_CONFIG", "UCTL_CONFIG"];

/**
 * The file that options or the environment name, or the first of those where Flyte's tools look: `flytekit.config` here,
 * then `.flyte/config`, `.flyte/config.yaml` and `.uctl/config.yaml` in the home folder.
 *
 * @throws `CONFIG_FILE_INVALID`, also for a file that is named and not there
 */
export async function findConfigFile(
  named: string | undefined,
  { env, cwd = "." }: { readonly env: Environment; readonly cwd?: string | undefined },
): Promise<ConfigFile | undefined> {
  const variable = VARIABLES.find((each) => env[each] !== undefined && env[each] !== "");
  const path = named ?? (variable === undefined ? undefined : env[variable]);
  if (path !== undefined) return readConfigFile(resolve(cwd, path));
  // Without a home, none is looked for: anybody may write where everybody has temporary files.
  const home = homeFolder(env);
  const usual = [
    resolve(cwd, "flytekit.config"),
    ...(home === undefined ? [] : HOME_FILES.map((each) => join(home, each))),
  ].find((each) => existsSync(each));
  return usual === undefined ? undefined : readConfigFile(usual);
}

async function readConfigFile(path: string): Promise<ConfigFile> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw errors.CONFIG_FILE_INVALID({ path, problem: systemWords(error, "reading") }, { cause: error });
  }
  if (!/\.ya?ml$/.test(path)) {
    const sections = parseIni(text, path);
    return {
      path,
      form: "ini",
      get: (name) => {
        const [section = "", option = ""] = name.split(".");
        return sections.get(section)?.get(option);
      },
    };
  }
  const content = await parseYaml(text, path);
  return {
    path,
    form: "yaml",
    get: (name) => name.split(".").reduce<unknown>((at, key) => memberOf(at, key), content),
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

// The words of the parser show lines of the file, and those may hold secrets.
async function parseYaml(text: string, path: string): Promise<unknown> {
  // Loading it takes 50 ms of processor time, and most programs that connect have no such file.
  const { parse, YAMLParseError } = await import("yaml");
  try {
    return parse(text, { version: "1.1", prettyErrors: true });
  } catch (error) {
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    const problem = `it is not valid YAML${line === undefined ? "" : ` in line ${line}`}`;
    throw errors.CONFIG_FILE_INVALID({ path, problem });
  }
}
