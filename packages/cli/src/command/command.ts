import type { Cli } from "./cli.js";
import type { CommandSpec, Given } from "./command-spec.js";
import type { ExitCode } from "./exit-code.js";

/** What a command does. What it throws is printed, and is exit code 1 or 2. */
export type Action<S extends CommandSpec> = (given: Given<S>, cli: Cli) => Promise<ExitCode>;

/** A command as it is listed: its spec at once, what it does when it is called. */
export interface CommandEntry {
  readonly spec: CommandSpec;
  readonly load: () => Promise<Action<never>>;
}

/** Commands under one name, such as `execution`. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  readonly commands: readonly CommandEntry[];
}

/** List a command: its action has to fit its spec. */
export function command<S extends CommandSpec>(spec: S, load: () => Promise<Action<S>>): CommandEntry {
  return { spec, load };
}
