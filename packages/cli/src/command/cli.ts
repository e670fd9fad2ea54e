import type { Project } from "../config/project.js";
import type { CommandSpec, Given } from "./command-spec.js";
import type { GlobalValues } from "./global-values.js";
import type { Host } from "./host.js";
import type { Output } from "./output.js";

/** What a command works with. */
export interface Cli {
  readonly host: Host;
  readonly globals: GlobalValues;
  readonly out: Output;
  /**
   * The project that the command is in, with its settings. Read once, when it is first asked for.
   *
   * @param file a file that the command is given: the configuration nearest to it counts before that of the working
   * directory.
   */
  project(file?: string): Promise<Project>;
  /**
   * Read more arguments as options of a command: those that stand behind the inputs of what is run. The other is the same
   * with the options that every command takes, if there are any among them.
   *
   * @throws a `CommanderError`
   */
  reread<S extends CommandSpec>(
    spec: S,
    argv: readonly string[],
  ): { readonly options: Given<S>["options"]; readonly cli: Cli };
}
