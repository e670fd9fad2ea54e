import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { noSuchNode } from "../../cluster/executions/no-such-node.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import type { executionLogsSpec } from "./spec.js";

/** `tsflyte execution logs` */
export const executionLogs: Action<typeof executionLogsSpec> = async (
  { arguments: { id, node }, options },
  cli,
) => {
  const { out, host } = cli;
  return await onExecution(cli, { id, command: "tsflyte execution logs", options }, async ({ execution }) => {
    const { signal } = host;
    // Of an execution that is not there a cluster lists no nodes.
    await execution.status({ signal });
    const logs = await execution.logs({ signal, ...(node === undefined ? {} : { path: node }) });
    const isAsked = logs.length === 0 && node !== undefined;
    const absent = isAsked ? await noSuchNode({ execution, node, by: "path", signal }) : undefined;
    if (absent !== undefined) throw absent;
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
