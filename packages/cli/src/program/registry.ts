import { command, type CommandEntry, type CommandGroup } from "../command/command.js";
import { completionSpec } from "../commands/completion/spec.js";
import { doctorSpec } from "../commands/doctor/spec.js";
import { graphSpec } from "../commands/graph/spec.js";
import { initSpec } from "../commands/init/spec.js";
import { runSpec } from "../commands/run/spec.js";
import { versionSpec } from "../commands/version/spec.js";
import { clusterCommands } from "./cluster-commands.js";
import { cacheGroup, runsGroup } from "./local-commands.js";
import { projectCommands } from "./project-commands.js";

/** All commands, in the order in which help lists them. What a command does is loaded when it is called. */
export const registry: readonly (CommandEntry | CommandGroup)[] = [
  command(initSpec, async () => (await import("../commands/init/init.js")).init),
  command(doctorSpec, async () => (await import("../commands/doctor/doctor.js")).doctor),
  command(runSpec, async () => (await import("../commands/run/run.js")).run),
  runsGroup,
  cacheGroup,
  ...projectCommands,
  ...clusterCommands,
  command(graphSpec, async () => (await import("../commands/graph/graph.js")).graph),
  command(completionSpec, async () =>
    (await import("../commands/completion/completion.js")).completionOf(() => registry),
  ),
  command(versionSpec, async () => (await import("../commands/version/version.js")).version),
];
