import type { Remote } from "@flytekit-ts/remote";
import type { Cli } from "../command/cli.js";
import type { ClusterValues } from "./cluster-options.js";
import { connectTo } from "./connect-to.js";

/** Do something with the cluster of a command, and end the connection. */
export async function withCluster<T>(
  cli: Cli,
  given: ClusterValues,
  act: (remote: Remote) => Promise<T>,
): Promise<T> {
  const remote = await connectTo(cli, given);
  try {
    return await act(remote);
  } finally {
    await remote.close();
  }
}
