import { atCaller } from "../../../errors/at-caller.js";
import type { OutSpec, Shape } from "../../../types/infer.js";
import { functionTask, type Task } from "../../function-task.js";
import type { TaskContext } from "../../task-context.js";
import type { TaskDeclaration } from "../../task-entity.js";
import { assertShellOptions, assertShellOutputs } from "./assert-shell.js";
import { runShell } from "./run-shell.js";
import type { ShellOptions } from "./shell-options.js";

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
      runShell(made, options, {
        inputs: inputs as Readonly<Record<string, unknown>>,
        context,
      });
    const made: Task<I, O> = functionTask<I, O>(declaration, fn as never, {
      words: "shell task",
      callee: shellTask,
      options: OPTIONS,
    });
    assertShellOutputs(made, options);
    return made;
  });
}
