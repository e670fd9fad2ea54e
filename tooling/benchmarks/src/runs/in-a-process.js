import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Runs one of the scripts beside this file in a process of its own, and returns what it prints. What a process has done
 * before would be part of its memory.
 *
 * @param {string} script
 * @param {{ args?: readonly string[], node?: readonly string[], from?: string }} options `from`: a folder to take the
 *   packages from, another build for example
 * @returns {any}
 */
export function inAProcess(script, { args = [], node = [], from = import.meta.dirname } = {}) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, path, from, ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
  return JSON.parse(stdout);
}
