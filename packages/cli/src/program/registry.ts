import { command, type CommandEntry, type CommandGroup } from "../command/command.js";
import { checkSpec } from "../commands/check/spec.js";
import { initSpec } from "../commands/init/spec.js";
import { listSpec } from "../commands/list/spec.js";
import { runSpec } from "../commands/run/spec.js";
import { versionSpec } from "../commands/version/spec.js";

/** All commands, in the order in which help lists them. What a command does is loaded when it is called. */
export const registry: readonly (CommandEntry | CommandGroup)[] = [
  command(initSpec, async () => (await import("../commands/init/init.js")).init),
  command(runSpec, async () => (await import("../commands/run/run.js")).run),
  command(listSpec, async () => (await import("../commands/list/list.js")).list),
  command(checkSpec, async () => (await import("../commands/check/check.js")).check),
  command(versionSpec, async () => (await import("../commands/version/version.js")).version),
];
