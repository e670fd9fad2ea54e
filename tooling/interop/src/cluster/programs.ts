import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Interpreter } from "../python/interpreter.js";

/** flytekit's programs, and the functions behind them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  "pyflyte-execute": "from flytekit.bin.entrypoint import execute_task_cmd as main",
  "pyflyte-map-execute": "from flytekit.bin.entrypoint import map_execute_task_cmd as main",
  "pyflyte-fast-execute": "from flytekit.bin.entrypoint import fast_execute_task_cmd as main",
  pyflyte: "from flytekit.clis.sdk_in_container.pyflyte import main",
};

/** Writes flytekit's programs into a folder, for a Python that may have none of its own. @returns that folder */
export function writePrograms({ command }: Interpreter, folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const [name, from] of Object.entries(PROGRAMS)) {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\nexec '${command}' -c '${from}; main()' "$@"\n`);
    chmodSync(file, 0o755);
  }
  return bin;
}
