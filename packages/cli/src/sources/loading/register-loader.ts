import module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { hookRequire, type ScriptHooks } from "../hooks/require-hooks.js";

/**
 * Let this thread load TypeScript, as authors write it: once, and only when it is needed.
 *
 * Node calls hooks in the thread that they are for, where it can: from 22.15 on. Before, they have a thread of their own,
 * which takes 30 ms to start (docs/decisions/0052-load-typescript-with-oxc.md).
 */
export async function registerLoader(): Promise<void> {
  registered ??= begin();
  await registered;
}

let registered: Promise<void> | undefined;

/**
 * The flags of Node with which a worker thread or a process loads sources as this one does: hooks are not inherited.
 * Undefined while nothing but JavaScript was loaded.
 */
export function loaderFlags(): readonly string[] | undefined {
  if (registered === undefined || !isNeeded) return undefined;
  return [
    ...process.execArgv.filter((flag) => !/^--(?:inspect|watch|test|cpu-prof|heap-prof)/.test(flag)),
    "--import",
    LOADER.href,
  ];
}

async function begin(): Promise<void> {
  if (!isNeeded) return;
  process.setSourceMapsEnabled(true);
  if ("registerHooks" in module) {
    const { hookInThread, loadSource, replacedImport } = await import("../hooks/in-thread.js");
    hookInThread();
    hookRequire(() => ({ loadSource, replacedImport }));
  } else {
    module.register(HOOKS);
    hookRequire(() => createRequire(import.meta.url)(fileURLToPath(HOOKS)) as ScriptHooks);
  }
}

// Built, all code is in `dist`, one folder deep.
const HOOKS = new URL("../bins/loader-hooks.js", import.meta.url);

const LOADER = new URL("../entries/loader.js", import.meta.url);

// Bun and Deno read TypeScript themselves, as does whoever runs our own sources.
const isNeeded =
  process.versions["bun"] === undefined &&
  process.versions["deno"] === undefined &&
  !import.meta.url.endsWith(".ts");
