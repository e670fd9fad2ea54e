import type { Action } from "../../command/command.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { tellStarted } from "../../cluster/executions/started.js";
import { pollIntervalOf } from "../../cluster/poll-interval.js";
import type { executionRecoverSpec, executionRelaunchSpec } from "./spec.js";

/** `tsflyte execution recover` */
export const executionRecover: Action<typeof executionRecoverSpec> = async (
  { arguments: { id }, options },
  cli,
) => {
  const command = "tsflyte execution recover";
  const pollInterval = pollIntervalOf(options["poll-interval"], command);
  const { name, wait = false } = options;
  return await onExecution(cli, { id, command, options }, async ({ remote, execution }) => {
    const started = await execution.recover({ name, signal: cli.host.signal });
    return await tellStarted(cli, { remote, execution: started, wait, pollInterval });
  });
};

/** `tsflyte execution relaunch` */
export const executionRelaunch: Action<typeof executionRelaunchSpec> = async (
  { arguments: { id }, options },
  cli,
) => {
  const command = "tsflyte execution relaunch";
  const pollInterval = pollIntervalOf(options["poll-interval"], command);
  const { name, wait = false, "overwrite-cache": overwriteCache } = options;
  return await onExecution(cli, { id, command, options }, async ({ remote, execution }) => {
    const started = await execution.relaunch({ name, overwriteCache, signal: cli.host.signal });
    return await tellStarted(cli, { remote, execution: started, wait, pollInterval });
  });
};
