import type { CommandEntry, CommandGroup } from "../command/command.js";
import type { CommandSpec } from "../command/command-spec.js";
import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import { commandPage } from "./command-page.js";
import { helpObject } from "./help-object.js";
import { helpStyle } from "./help-style.js";
import { groupPage, rootPage } from "./list-pages.js";

/** What a help page is asked for: a command, a group of commands, or neither. */
export interface AskedFor {
  readonly host: Host;
  readonly globals: Partial<GlobalValues>;
  /** As it is typed: `tsflyte execution get`. */
  readonly command: string;
  readonly spec?: CommandSpec | undefined;
  readonly group?: CommandGroup | undefined;
}

/** Write a help page on standard output. */
export function writeHelp(asked: AskedFor, registry: readonly (CommandEntry | CommandGroup)[]): void {
  const { host, globals, command, spec, group } = asked;
  if (globals.json === true) {
    host.stdout.write(`${JSON.stringify(helpObject(spec, group?.commands ?? registry, command))}\n`);
    return;
  }
  const style = helpStyle(globals, host);
  const lines =
    spec !== undefined
      ? commandPage(spec, command, style)
      : group === undefined
        ? rootPage(registry, style)
        : groupPage(group, style);
  host.stdout.write(`${lines.join("\n")}\n`);
}
