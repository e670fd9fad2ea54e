import type { Cli } from "../../command/cli.js";
import { errors } from "../../errors.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import { findRegistered } from "../../cluster/graphs/find-registered.js";
import { graphOfRegistered } from "../../cluster/graphs/graph-of-registered.js";
import { graphWithStates } from "../../cluster/graphs/graph-with-states.js";
import { withCluster } from "../../cluster/with-cluster.js";
import type { GraphModel } from "../../graph/model/graph-model.js";
import type { Drawn } from "./drawn.js";

const command = "tsflyte graph";

/** The graph of what is registered on a cluster, or of an execution there. @throws `USAGE_INVALID`, `NOT_ON_CLUSTER` */
export async function modelOnCluster(drawn: Drawn, cli: Cli): Promise<GraphModel> {
  const { file: text, entity, run, execution: id, kind } = drawn;
  const { signal } = cli.host;
  if (run !== undefined) throw usage("--run is of this machine; an execution of a cluster is --execution ID");
  if (id !== undefined) {
    if (text !== undefined) throw usage("with --execution it takes no file and no name");
    return await onExecution(cli, { id, command, options: drawn }, ({ remote, execution }) =>
      graphWithStates(remote, execution, signal),
    );
  }
  if (text === undefined || entity !== undefined)
    throw usage("with --remote it takes one name", "Such as `tsflyte graph garden.daily --remote`.");
  return await withCluster(cli, drawn, async (remote) =>
    graphOfRegistered(remote, await findRegistered(remote, { text, kind, signal }), signal),
  );
}

function usage(problem: string, advice?: string): unknown {
  return errors.USAGE_INVALID({ command, problem, advice });
}
