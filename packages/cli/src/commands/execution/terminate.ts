import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { errors } from "../../errors.js";
import { isConfirmed } from "../../cluster/executions/is-confirmed.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import type { executionTerminateSpec } from "./spec.js";

const command = "tsflyte execution terminate";

/** `tsflyte execution terminate` */
export const executionTerminate: Action<typeof executionTerminateSpec> = async (
  { arguments: { id }, options },
  cli,
) => {
  const { out, host } = cli;
  const { cause = "ended by tsflyte", yes = false } = options;
  if (cause.trim() === "")
    throw errors.USAGE_INVALID({ command, problem: "--cause is empty", advice: "Say why, or leave it out." });
  const { signal } = host;
  return await onExecution(cli, { id, command, options }, async ({ execution }) => {
    const { isDone, phase, entity } = await execution.status({ signal });
    const { project, domain, name } = execution.id;
    if (isDone) {
      out.note(`${name} has already ended (${phase}).`);
      out.object({ kind: "terminated", project, domain, name, phase, isChanged: false });
      return ExitCode.Success;
    }
    const of = entity === undefined ? "" : ` of ${entity.name}`;
    const question = `Terminate ${name}${of} (${phase})?`;
    const isSure = yes || options.cause !== undefined || (await isConfirmed(cli, question));
    if (!isSure) {
      out.note("Nothing was done.");
      return ExitCode.Failure;
    }
    await execution.terminate(cause, { signal });
    out.object({ kind: "terminated", project, domain, name, phase: "ABORTING", isChanged: true });
    out.print(`${name} is being terminated.`);
    return ExitCode.Success;
  });
};
