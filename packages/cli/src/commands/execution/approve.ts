import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { isApproval, theSignal } from "../../cluster/executions/signals.js";
import type { executionApproveSpec } from "./spec.js";

const command = "tsflyte execution approve";

/** `tsflyte execution approve` */
export const executionApprove: Action<typeof executionApproveSpec> = async (
  { arguments: given, options },
  cli,
) => {
  const { out, host } = cli;
  const { signal } = host;
  const approved = options.reject !== true;
  return await onExecution(cli, { id: given.id, command, options }, async ({ execution }) => {
    const found = await theSignal(execution, { named: given.signal, isMeant: isApproval, signal });
    if (found === undefined) {
      await execution.status({ signal });
      const problem = `${execution.id.name} waits for no approval at the moment`;
      throw errors.USAGE_INVALID({
        command,
        problem,
        advice: `\`tsflyte execution signal ${execution.id.name}\` lists what it waits for.`,
      });
    }
    await execution.approve(found, approved, { signal });
    const { project, domain, name } = execution.id;
    out.object({ kind: "approved", project, domain, name, signal: found, approved });
    out.print(`${approved ? "approved" : "rejected"} ${found}`);
    return ExitCode.Success;
  });
};
