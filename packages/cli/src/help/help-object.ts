import type { CommandEntry, CommandGroup } from "../command/command.js";
import type { CommandSpec } from "../command/command-spec.js";
import { usageLine } from "./usage-line.js";

/** A help page for programs: what a command takes, or which commands there are. */
export function helpObject(
  spec: CommandSpec | undefined,
  list: readonly (CommandEntry | CommandGroup)[],
  command: string,
): object {
  if (spec === undefined) {
    const commands = list.map((each) => ("spec" in each ? each.spec : each));
    return { kind: "help", command, commands: commands.map(({ name, summary }) => ({ name, summary })) };
  }
  const { name: _, ...rest } = spec;
  return { kind: "help", command, usage: usageLine(spec, command), ...rest };
}
