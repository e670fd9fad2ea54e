import { type NodeTree, remoteErrors } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import type { executionLogsSpec } from "./spec.js";

const NOT_REACHED = "was not reached, or there is none";

/** `tsflyte execution logs` */
export const executionLogs: Action<typeof executionLogsSpec> = async (
  { arguments: { id, node }, options },
  cli,
) => {
  const { out, host } = cli;
  return await onExecution(cli, { id, command: "tsflyte execution logs", options }, async ({ execution }) => {
    // Of an execution that is not there a cluster lists no nodes.
    await execution.status({ signal: host.signal });
    const logs = await execution.logs({ signal: host.signal, ...(node === undefined ? {} : { path: node }) });
    if (
      logs.length === 0 &&
      node !== undefined &&
      !hasNode(await execution.nodes({ signal: host.signal }), node)
    )
      throw remoteErrors.NODE_NOT_THERE({ execution: execution.id.name, path: node, problem: NOT_REACHED });
    for (const log of logs) out.object({ kind: "log", ...log });
    if (logs.length === 0)
      out.note("There are no logs: no task has started, or the cluster is not configured to link them.");
    else
      out.table(
        [{ title: "NODE" }, { title: "ATTEMPT", align: "right" }, { title: "LOG" }, { title: "LINK" }],
        logs.map(({ path, attempt, name, uri }) => [path, String(attempt + 1), name, uri]),
      );
    return ExitCode.Success;
  });
};

function hasNode(nodes: readonly NodeTree[], path: string): boolean {
  return nodes.some((node) => node.path === path || hasNode(node.nodes, path));
}
