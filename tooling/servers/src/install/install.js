import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { folderOf, installedAt } from "./cache.js";
import { withLock } from "./lock.js";
import { servers } from "./servers.js";

const run = promisify(execFile);
// Milliseconds.
const LONGEST_INSTALL = 120_000;
const LONGEST_OUTPUT = 64 * 1024 * 1024;

/**
 * The program of a server. It is built or installed first where it is missing, once on this machine: a Go server takes
 * about a minute, or two on a busy machine.
 *
 * @param {import("./servers.js").ServerName} name
 * @returns {Promise<string>} Its path.
 */
export async function install(name) {
  return installedAt(name) ?? withLock(`${folderOf(name)}.lock`, async () => installedAt(name) ?? make(name));
}

/**
 * Why a server cannot be installed here; undefined if it can, or is there.
 *
 * @param {import("./servers.js").ServerName} name
 * @returns {string | undefined}
 */
export function missingFor(name) {
  if (servers[name].kind === "npm" || installedAt(name) !== undefined) return undefined;
  const { error, status } = spawnSync("go", ["version"], { stdio: "ignore" });
  if (error === undefined && status === 0) return undefined;
  return `${name} is built with Go, and there is no \`go\` here (https://go.dev/dl)`;
}

/**
 * In a folder beside it, which then gets its name: what is there is whole.
 *
 * @param {import("./servers.js").ServerName} name
 */
async function make(name) {
  const folder = folderOf(name);
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    const { kind, source, file } = servers[name];
    if (kind === "go") await goInstall(source, partial);
    else await npmInstall(source, partial);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return join(folder, file);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * @param {string} source
 * @param {string} folder
 */
async function goInstall(source, folder) {
  const env = { ...process.env, GOBIN: folder, CGO_ENABLED: "0" };
  // Without what only a debugger reads: a third of the size.
  await run("go", ["install", "-ldflags", "-s -w", source], { env, maxBuffer: LONGEST_OUTPUT });
}

/**
 * @param {string} source
 * @param {string} folder
 */
async function npmInstall(source, folder) {
  const options = ["--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"];
  /** @satisfies {import("node:child_process").ExecFileOptions} */
  const bounds = { maxBuffer: LONGEST_OUTPUT, timeout: LONGEST_INSTALL, killSignal: "SIGKILL" };
  // It takes 20 s. A registry that went silent on it mostly answers the next one.
  for (let left = 2; ; left -= 1) {
    try {
      await run("npm", ["install", ...options, source], bounds);
      return;
    } catch (error) {
      if (left === 0 || Reflect.get(Object(error), "killed") !== true) throw error;
    }
  }
}
