import type { Action } from "../../command/command.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { pollIntervalOf } from "../../cluster/poll-interval.js";
import { followExecution } from "../../cluster/watching/follow-execution.js";
import type { executionWatchSpec } from "./spec.js";

const command = "tsflyte execution watch";

/** `tsflyte execution watch` */
export const executionWatch: Action<typeof executionWatchSpec> = async (
  { arguments: { id }, options },
  cli,
) => {
  const pollInterval = pollIntervalOf(options["poll-interval"], command);
  return await onExecution(cli, { id, command, options }, (on) =>
    followExecution(cli, { ...on, pollInterval }),
  );
};
