import { type Execution, type Remote, remoteErrors } from "@flytekit-ts/remote";
import type { Cli } from "../../command/cli.js";
import { executionIdOf } from "../execution-id.js";
import type { ClusterValues } from "../cluster-options.js";
import { asking } from "../not-on-cluster.js";
import { withCluster } from "../with-cluster.js";

/** An execution that a command was given, and its cluster. */
export interface OnExecution {
  readonly remote: Remote;
  readonly execution: Execution;
}

/**
 * Do something with the execution that a command was given.
 *
 * @throws `USAGE_INVALID`, `NOT_ON_CLUSTER`, and what is done
 */
export async function onExecution<T>(
  cli: Cli,
  {
    id,
    command,
    options,
  }: { readonly id: string; readonly command: string; readonly options: ClusterValues },
  act: (on: OnExecution) => Promise<T>,
): Promise<T> {
  const given = executionIdOf(id, command);
  return await withCluster(cli, options, async (remote) => {
    const execution = remote.execution(given);
    try {
      return await act({ remote, execution });
    } catch (error) {
      if (!remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) throw error;
      // It may be something else that is not there: one of its nodes, or what it runs.
      await asking(remote, { kind: "execution", ...execution.id }, () =>
        execution.status({ signal: cli.host.signal }),
      );
      throw error;
    }
  });
}
