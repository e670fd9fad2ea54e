import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { TaskDescription } from "./container-task.js";

const MAKER = new URL("./container-task.js", import.meta.url).href;
const PROGRAM = createRequire(import.meta.url).resolve("@flytekit-ts/runtime/package.json");
const NAME = "interop.task";

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly log: string;
}

/** Where a container finds its inputs, and where it leaves what it leaves. */
export const inputsOf = (folder: string): string => join(folder, "in", "inputs.pb");
export const leftIn = (folder: string): string => join(folder, "out");

/** Runs a task in a process of its own, with the command that Flyte would run in a container. */
export async function runContainer(folder: string, description: TaskDescription): Promise<Ended> {
  mkdirSync(join(folder, "code"), { recursive: true });
  const module = `import { containerTask } from ${JSON.stringify(MAKER)};
export const made = containerTask(${JSON.stringify(NAME)}, ${JSON.stringify(description)});
`;
  writeFileSync(join(folder, "code", "tasks.mjs"), module);
  const program = join(PROGRAM, "..", "dist", "bins", "tsflyte-execute.js");
  const options = [
    ...["--inputs", inputsOf(folder)],
    ...["--output-prefix", leftIn(folder)],
    ...["--raw-output-data-prefix", join(folder, "raw")],
    ...["--checkpoint-path", join(folder, "checkpoint")],
    ...["--prev-checkpoint", '""'],
    ...["--", "task-module", "tasks.mjs", "task-name", NAME],
  ];
  const env = {
    PATH: process.env["PATH"],
    FLYTE_INTERNAL_EXECUTION_ID: "interop",
    FLYTE_INTERNAL_EXECUTION_PROJECT: "project",
    FLYTE_INTERNAL_EXECUTION_DOMAIN: "development",
    FLYTE_INTERNAL_TASK_VERSION: "v1",
    FLYTE_ATTEMPT_NUMBER: "0",
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...options],
      { cwd: join(folder, "code"), env, timeout: 60_000 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
        resolve({ code, log: `${stdout}${stderr}` });
      },
    );
  });
}
