import { command, type CommandEntry } from "../command/command.js";
import { buildSpec } from "../commands/build/spec.js";
import { checkSpec } from "../commands/check/spec.js";
import { inspectSpec } from "../commands/inspect/spec.js";
import { listSpec } from "../commands/list/spec.js";
import { packageSpec } from "../commands/package/spec.js";
import { serializeSpec } from "../commands/serialize/spec.js";

/** The commands about a project, for which no cluster is needed. */
export const projectCommands: readonly CommandEntry[] = [
  command(listSpec, async () => (await import("../commands/list/list.js")).list),
  command(inspectSpec, async () => (await import("../commands/inspect/inspect.js")).inspect),
  command(checkSpec, async () => (await import("../commands/check/check.js")).check),
  command(packageSpec, async () => (await import("../commands/package/package.js")).packageCommand),
  command(serializeSpec, async () => (await import("../commands/serialize/serialize.js")).serialize),
  command(buildSpec, async () => (await import("../commands/build/build.js")).build),
];
