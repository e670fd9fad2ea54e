import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");

/**
 * Runs programs of `test/processes` in processes of their own, each once, and gives what they print, which is JSON. It
 * fails if a process takes too long, or ends with an error.
 */
export function programsOf<T>(file: string): (name: string) => Promise<T> {
  const path = fileURLToPath(new URL(`../processes/${file}`, import.meta.url));
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const run = promisify(execFile)(process.execPath, [script, path, name], { timeout: 250_000 });
    const result = run.then(({ stdout }) => JSON.parse(stdout) as T);
    known.set(name, result);
    return result;
  };
}
