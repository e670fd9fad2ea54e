import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Pod, type PodRunner, processRunner } from "@flytekit-ts/propeller";
import type { Interpreter } from "../python/interpreter.js";

const BINS = join(
  dirname(fileURLToPath(import.meta.resolve("@flytekit-ts/runtime/package.json"))),
  "dist/bins",
);

/** Where processes start: in the folder of their modules. */
export interface Places {
  readonly python: string;
  readonly ours: () => string;
  /** For what they write besides. */
  readonly home: string;
}

/** Starts tasks of both languages by their real commands. */
export function processesOfBoth({ command, env }: Interpreter, { python, ours, home }: Places): PodRunner {
  const program = "from flytekit.bin.entrypoint import execute_task_cmd; execute_task_cmd()";
  const bin = (name: string): readonly string[] => [process.execPath, join(BINS, `${name}.js`)];
  const commands = {
    "pyflyte-execute": [command, "-c", program],
    "tsflyte-execute": bin("tsflyte-execute"),
    "tsflyte-map-execute": bin("tsflyte-map-execute"),
    "tsflyte-fast-execute": bin("tsflyte-fast-execute"),
  };
  const cwd = ({ command: [name = ""] }: Pod): string => (name.startsWith("py") ? python : ours());
  // One command starts another by its name.
  const path = [join(BINS, "../../node_modules/.bin"), process.env["PATH"] ?? ""].join(":");
  const base = { PATH: path, HOME: home, TMPDIR: home, PYTHONDONTWRITEBYTECODE: "1" };
  return processRunner({ commands, cwd, env: { ...base, ...env } });
}
