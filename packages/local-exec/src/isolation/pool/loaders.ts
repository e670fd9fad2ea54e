import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inheritedFlags, runsOtherLoader, runsTsx } from "./flags.js";

/** What the workers of a pool load first, and the flags of Node that they get. */
export interface Loaders {
  /** A module that exports `serve`. */
  readonly filename: string;
  /** Undefined for the flags of this process. */
  readonly execArgv: readonly string[] | undefined;
}

// Bundled as CommonJS, a module does not know where it is.
const HERE = import.meta.url as string | undefined;
// Built, all code is in one file, beside the folder of the entries.
const ENTRY =
  HERE === undefined
    ? ""
    : new URL(HERE.endsWith(".ts") ? "../../entries/worker.ts" : "../entries/worker.js", HERE).href;

/** Why no worker can start, if that is so. */
export function problemOfEntry(): string | undefined {
  if (ENTRY !== "" && existsSync(fileURLToPath(ENTRY))) return undefined;
  return "the file from which workers start is not there, because @flytekit-ts/local-exec is part of a bundle. Leave packages out of the bundle, with esbuild by `--packages=external`";
}

/** How workers load modules as this process does, given the modules and the flags that the author asks for. */
export function loadersFor(
  kind: "worker" | "process",
  modules: readonly string[],
  flags: readonly string[] | undefined,
): Loaders {
  const execArgv = flags ?? (kind === "process" ? inheritedFlags() : undefined);
  if (![ENTRY, ...modules].some(isTypeScript) || loadsTypeScript(kind, flags))
    return { filename: ENTRY, execArgv };
  const tsx = findTsx(modules);
  return { filename: tsx === undefined ? ENTRY : entryThrough(tsx), execArgv };
}

/** Whether Node has to be told how to load the module. */
export function isTypeScript(module: string): boolean {
  return /\.([cm]?ts|[tj]sx)$/.test(module);
}

function loadsTypeScript(kind: "worker" | "process", flags: readonly string[] | undefined): boolean {
  // tsx does nothing in a thread that it is only named to.
  if (runsTsx(flags)) return kind === "process";
  if (process.env["VITEST"] !== undefined) return false;
  return runsOtherLoader(flags) || Boolean(Reflect.get(process.features, "typescript"));
}

// A test runner that transforms modules itself cannot do so for others.
function findTsx(modules: readonly string[]): string | undefined {
  const folders = [process.cwd(), ...modules.map((module) => dirname(module)), dirname(fileURLToPath(ENTRY))];
  for (const folder of folders) {
    try {
      return dirname(createRequire(join(folder, "from.js")).resolve("tsx/package.json"));
    } catch {
      // It is not installed there.
    }
  }
  return undefined;
}

function entryThrough(tsx: string): string {
  const url = (path: string): string => JSON.stringify(pathToFileURL(join(tsx, path)).href);
  const code = [
    `import { register as forModules } from ${url("dist/esm/api/index.mjs")};`,
    `import { register as forScripts } from ${url("dist/cjs/api/index.mjs")};`,
    "forScripts();",
    "forModules();",
    // In the function: the pool would hide what fails at the top of this module.
    `export const serve = async (request) => (await import(${JSON.stringify(ENTRY)})).serve(request);`,
  ];
  return `data:text/javascript,${encodeURIComponent(code.join("\n"))}`;
}
