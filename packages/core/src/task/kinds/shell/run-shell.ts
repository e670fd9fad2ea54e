import * as errors from "../../../errors.js";
import { ioFault } from "../../../storage/io-fault.js";
import { nodeFs, nodePath } from "../../../storage/node-fs.js";
import type { TaskContext } from "../../task-context.js";
import type { TaskEntity } from "../../task-entity.js";
import { assertNames } from "./assert-shell.js";
import type { ShellOptions } from "./shell-options.js";
import { CONTEXT_PARTS, shellVariable, withValues, withVariables } from "./shell-template.js";
import { shellText } from "./shell-text.js";
import { spawnShell } from "./spawn-shell.js";

/** What one attempt of a shell task has. */
interface ShellRun {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly context: TaskContext;
}

/** Run the script of a task, and give what it left as its outputs. @throws `SHELL_SCRIPT_FAILED`, `SHELL_OUTPUT_MISSING` */
export async function runShell(task: TaskEntity, options: ShellOptions, run: ShellRun): Promise<unknown> {
  const script = options.script ?? (await readScript(task, options.scriptFile));
  const folder = run.context.workingDirectory;
  const variables = new Map<string, string>();
  for (const name of task.interface.inputNames)
    variables.set(shellVariable("inputs", name), await shellText(run.inputs[name]));
  for (const part of CONTEXT_PARTS) variables.set(shellVariable("ctx", part), String(run.context[part]));
  const paths = new Map<string, string>();
  for (const name of task.interface.outputs.keys()) {
    const location = options.locations?.[name];
    const path =
      location === undefined
        ? run.context.newFile(name)
        : nodePath().resolve(folder, withValues(location, variables));
    paths.set(name, path);
    variables.set(shellVariable("outputs", name), path);
  }
  const text = withVariables(script);
  if (options.debug === true) process.stdout.write(`${text}\n`);
  const { shell = "/bin/sh" } = options;
  await spawnShell({ task: task.name, shell, script: text, folder, variables, signal: run.context.signal });
  for (const [output, path] of paths) assertThere(task.name, output, path);
  return task.interface.outputStyle === "bare" ? [...paths.values()][0] : Object.fromEntries(paths);
}

async function readScript(task: TaskEntity, given: ShellOptions["scriptFile"] = ""): Promise<string> {
  const file = typeof given === "string" ? given : new URL(given.href);
  try {
    const script = await nodeFs().promises.readFile(file, "utf8");
    assertNames(task, "script", script);
    return script;
  } catch (cause) {
    throw ioFault(cause, String(file), "Reading the script at");
  }
}

function assertThere(task: string, output: string, path: string): void {
  if (nodeFs().existsSync(path)) return;
  throw errors.SHELL_OUTPUT_MISSING({ task, output, path });
}
