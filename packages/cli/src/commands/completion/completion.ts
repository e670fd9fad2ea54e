import type { Action, CommandEntry, CommandGroup } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { complete } from "../../completion/complete.js";
import { NOTHING } from "../../completion/completion.js";
import { type ShellName, shells } from "../../completion/shells.js";
import { errors } from "../../errors.js";
import type { completionSpec } from "./spec.js";

/** `tsflyte completion`. With words behind it, it answers a shell that has its script. */
export function completionOf(
  registry: () => readonly (CommandEntry | CommandGroup)[],
): Action<typeof completionSpec> {
  return async ({ arguments: { shell: name, words: given } }, cli) => {
    if (!Object.hasOwn(shells, name)) throw unknownShell(name);
    const shell = shells[name as ShellName];
    if (given.length === 0) {
      cli.out.write(`${shell.script.trimEnd()}\n`);
      cli.out.object({ shell: name, script: shell.script });
      return ExitCode.Success;
    }
    const words = shell.words(given);
    // Somebody is typing: whatever is wrong is said when they run it.
    const completion = await complete(words, registry(), cli).catch(() => NOTHING);
    const lines = shell.lines(completion, words.at(-1) ?? "");
    cli.out.write(`${[completion.paths ?? "words", ...lines].join("\n")}\n`);
    return ExitCode.Success;
  };
}

function unknownShell(name: string): unknown {
  const problem = `there are no completions for ${JSON.stringify(name)}`;
  return errors.USAGE_INVALID({ command: "tsflyte completion", problem, advice: "Give bash, zsh or fish." });
}
