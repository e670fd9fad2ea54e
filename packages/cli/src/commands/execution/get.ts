import { durationText } from "@flytekit-ts/core/context";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { executionIdOf } from "../../cluster/execution-id.js";
import { executionJson } from "../../cluster/lists/executions.js";
import { asking } from "../../cluster/not-on-cluster.js";
import { timeText } from "../../cluster/times.js";
import { graphOfExecution } from "../../cluster/graphs/graph-of-execution.js";
import { phaseText } from "../../cluster/phase-text.js";
import { nodeLines } from "../../cluster/watching/node-lines.js";
import { nodeJson } from "../../cluster/watching/node-json.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { executionGetSpec } from "./spec.js";

/** `tsflyte execution get` */
export const executionGet: Action<typeof executionGetSpec> = async ({ arguments: { id }, options }, cli) => {
  const given = executionIdOf(id, "tsflyte execution get");
  const { out, host } = cli;
  const { signal } = host;
  return await withCluster(cli, options, async (remote) => {
    const execution = remote.execution(given);
    const status = await asking(remote, { kind: "execution", ...execution.id }, () =>
      execution.status({ signal }),
    );
    const graph = await graphOfExecution(remote, status.entity, signal);
    const nodes = await execution.nodes({ tasks: options.tasks === true, signal });
    out.object({ ...executionJson(execution, status), nodes: nodes.map(nodeJson) });
    const { entity, phase, createdAt, duration, error, aborted } = status;
    out.print(`${execution.id.name}  ${phaseText(phase, out)}`);
    if (entity !== undefined) out.print(`${entity.kind.replace("-", " ")} ${entity.name} ${entity.version}`);
    out.print(
      `created ${timeText(createdAt)}${duration === undefined ? "" : `, took ${durationText(duration)}`}`,
    );
    if (aborted !== undefined)
      out.print(`aborted${aborted.by === "" ? "" : ` by ${aborted.by}`}: ${aborted.cause}`);
    // Most often it is that of a node.
    if (error !== undefined && !nodes.some((node) => node.error !== undefined))
      out.print(out.paint("red", `${error.code}: ${error.message.trimEnd()}`));
    for (const line of nodeLines(nodes, { graph, out })) out.print(line);
    out.print(out.paint("dim", execution.consoleUrl));
    return ExitCode.Success;
  });
};
