import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { executions } from "../../cluster/lists/executions.js";
import { questionOf, showList } from "../../cluster/lists/show-list.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { executionListSpec } from "./spec.js";

/** `tsflyte execution list` */
export const executionList: Action<typeof executionListSpec> = async ({ options }, cli) => {
  // Before a cluster is looked for: a wrong option is told first.
  questionOf(executions, options);
  return await withCluster(cli, options, async (remote) => {
    await showList(executions, options, { remote, cli });
    return ExitCode.Success;
  });
};
