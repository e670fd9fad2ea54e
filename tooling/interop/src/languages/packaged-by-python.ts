import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, run } from "../python/command.js";
import type { Interpreter } from "../python/interpreter.js";

/** A module of tasks in Python. */
export interface PythonModule {
  readonly name: string;
  /** The folder that it is in. */
  readonly place: string;
}

/** What `pyflyte package` writes for a module. @throws if pyflyte fails */
export function packagedByPython(
  { command, env }: Interpreter,
  { name, place }: PythonModule,
  folder: string,
): Uint8Array {
  const file = join(folder, `${name}.tgz`);
  const program =
    "import os, sys; os.chdir(sys.argv.pop(1)); from flytekit.clis.sdk_in_container.pyflyte import main; main()";
  const args = ["--pkgs", name, "package", "--image", "image:v1", "--output", file];
  const { ok, output, complaints } = run(command, ["-c", program, place, ...args], {
    ...env,
    PYTHONDONTWRITEBYTECODE: "1",
  });
  if (!ok) throw new Error(`pyflyte could not package the tasks:\n${lastLines(`${output}${complaints}`)}`);
  return readFileSync(file);
}
