import type { CommandEntry, CommandGroup } from "../command/command.js";
import type { CommandSpec } from "../command/command-spec.js";
import type { Host } from "../command/host.js";

/** The help page of a command, of a group of commands, or of all. */
export function helpOf(
  of: CommandSpec | CommandGroup | undefined,
  registry: readonly (CommandEntry | CommandGroup)[],
  _host: Host,
): string {
  if (of !== undefined && "options" in of) return `${of.summary}\n`;
  const list = of === undefined ? registry : of.commands;
  const rows = list
    .map((each) => ("spec" in each ? each.spec : each))
    .map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`);
  return `${rows.join("\n")}\n`;
}
