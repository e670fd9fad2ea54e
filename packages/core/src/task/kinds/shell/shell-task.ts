import { atCaller } from "../../../errors/at-caller.js";
import type { OutSpec, Shape } from "../../../types/infer.js";
import { functionTask, type Task } from "../../function-task.js";
import type { TaskContext } from "../../task-context.js";
import type { TaskDeclaration, TaskEntity } from "../../task-entity.js";
import { assertShellOptions, assertShellOutputs } from "./assert-shell.js";
import { runShell } from "./run-shell.js";

/** What a shell task has and other tasks have not. */
export interface ShellOptions {
  /**
   * The script. `{inputs.name}`, `{outputs.name}` and `{ctx.executionId}`, `{ctx.attempt}`, `{ctx.workingDirectory}` stand for
   * shell variables, so quote them as such: `wc -l "{inputs.file}" > "{outputs.count}"`. A value is never read as code.
   */
  readonly script?: string | undefined;
  /** A file with the script, read when the task runs: a path, or a URL such as `new URL("count.sh", import.meta.url)`. */
  readonly scriptFile?: string | URL | undefined;
  /**
   * Where the script leaves outputs, relative to its working directory: `{ zip: "{inputs.name}.zip" }`. An output
   * without a location gets a new path, which `{outputs.name}` tells the script.
   */
  readonly locations?: { readonly [output: string]: string } | undefined;
  /** The program that runs the script, with `-c`; `/bin/sh` by default. */
  readonly shell?: string | undefined;
  /** Whether the script is printed before it runs. */
  readonly debug?: boolean | undefined;
}

/** The declaration of a shell task. */
export interface ShellTaskDeclaration<I, O> extends TaskDeclaration<I, O>, ShellOptions {}

const OPTIONS = ["script", "scriptFile", "locations", "shell", "debug"] as const;

/**
 * Declare a task that runs a shell script in the container of your program, or on this machine.
 *
 * The script runs in the working directory of the attempt. Files and directories are its inputs as local paths, other
 * values are text: JSON for lists, maps and records. Outputs are files and directories that the script leaves behind.
 * A script that does not end with 0 fails the task, with the end of what it wrote to stderr.
 *
 * @throws what `task` throws.
 * @example
 * const count = shellTask({
 *   name: "count", inputs: { file: t.file() }, outputs: { lines: t.file() },
 *   script: 'wc -l < "{inputs.file}" > "{outputs.lines}"',
 * });
 */
export function shellTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ShellTaskDeclaration<I, O>,
): Task<I, O> {
  return atCaller(shellTask, () => {
    const options = assertShellOptions(declaration);
    const fn = async (inputs: unknown, context: TaskContext): Promise<unknown> =>
      runShell(made as unknown as TaskEntity, options, {
        inputs: inputs as Readonly<Record<string, unknown>>,
        context,
      });
    const made: Task<I, O> = functionTask<I, O>(declaration, fn as never, {
      words: "shell task",
      callee: shellTask,
      options: OPTIONS,
    });
    assertShellOutputs(made as unknown as TaskEntity, options);
    return made;
  });
}
