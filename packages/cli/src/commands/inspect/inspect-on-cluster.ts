import { LaunchPlan, Task, Workflow } from "@flytekit-ts/models/admin";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";
import type { Cli } from "../../command/cli.js";
import type { Given } from "../../command/command-spec.js";
import { ExitCode } from "../../command/exit-code.js";
import { findRegistered } from "../../cluster/graphs/find-registered.js";
import type { Registered } from "../../cluster/graphs/graph-of-registered.js";
import { inspectRegistered } from "../../cluster/inspecting/inspect-registered.js";
import { timeText } from "../../cluster/times.js";
import { withCluster } from "../../cluster/with-cluster.js";
import { errors } from "../../errors.js";
import { printParts } from "./print-inspected.js";
import type { inspectSpec } from "./spec.js";

/** What a command line says of it. */
interface Asking {
  readonly options: Given<typeof inspectSpec>["options"];
  readonly cli: Cli;
}

/** Show what is registered on a cluster under a name. @throws `USAGE_INVALID`, `NOT_ON_CLUSTER`, and the errors of calls */
export async function inspectOnCluster(
  text: string,
  more: string | undefined,
  { options, cli }: Asking,
): Promise<ExitCode> {
  const { out, host } = cli;
  const { signal } = host;
  if (more !== undefined)
    throw errors.USAGE_INVALID({
      command: "tsflyte inspect",
      problem: "with --remote it takes one name",
      advice: "Such as `tsflyte inspect garden.daily --remote`.",
    });
  return await withCluster(cli, options, async (remote) => {
    const found = await findRegistered(remote, { text, kind: options.kind, signal });
    const { kind, id, createdAt } = found;
    if (options.idl === true) {
      const message = messageOf(found);
      out.object({ kind, name: id.name, message });
      out.write(`${JSON.stringify(message, undefined, 2)}\n`);
      return ExitCode.Success;
    }
    const { entity, ...parts } = await inspectRegistered(remote, found, signal);
    const { outputsFrom, nodes, settings, docs, uses } = parts;
    out.object({
      ...entity,
      docs: docs && { ...docs },
      ...(kind === "workflow" ? { nodes: [...nodes], outputsFrom } : {}),
      settings,
      uses: uses.map((each) => ({ ...each })),
    });
    const registered = createdAt === undefined ? "" : `\nregistered ${timeText(createdAt)}`;
    const where = `version ${id.version} in ${id.project}/${id.domain}${registered}`;
    printParts({ entity, ...parts, where }, out);
    return ExitCode.Success;
  });
}

function messageOf(found: Registered): JsonValue {
  switch (found.kind) {
    case "task":
      return toJson(Task, found);
    case "workflow":
      return toJson(Workflow, found);
    case "launch-plan":
      return toJson(LaunchPlan, found);
  }
}
