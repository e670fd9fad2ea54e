import { command, type CommandEntry } from "../command/command.js";
import { checkSpec } from "../commands/check/spec.js";
import { listSpec } from "../commands/list/spec.js";

/** The commands about a project, for which no cluster is needed. */
export const projectCommands: readonly CommandEntry[] = [
  command(listSpec, async () => (await import("../commands/list/list.js")).list),
  command(checkSpec, async () => (await import("../commands/check/check.js")).check),
];
