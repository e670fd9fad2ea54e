import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Remote } from "@flytekit-ts/remote";
import type { Cli } from "../command/cli.js";
import type { ClusterValues } from "./cluster-options.js";
import { connectTo } from "./connect-to.js";
import { wrongPlace } from "./wrong-place.js";

/** What a cluster says where there is no such project or domain, beside that something is not there. */
const MAY_BE_MISPLACED: ReadonlySet<string> = new Set([
  "CLUSTER_ENTITY_NOT_FOUND",
  "CLUSTER_REFUSED",
  "EXECUTION_NOT_STARTED",
  "REGISTRATION_STOPPED",
]);

/** Do something with the cluster of a command, and end the connection. @throws `NOT_ON_CLUSTER` for a wrong project or domain */
export async function withCluster<T>(
  cli: Cli,
  given: ClusterValues,
  act: (remote: Remote) => Promise<T>,
): Promise<T> {
  const remote = await connectTo(cli, given);
  try {
    return await act(remote);
  } catch (error) {
    const { project = "", domain = "" } = remote.config;
    const mayBe = isFlytekitError(error) && MAY_BE_MISPLACED.has(error.code) && !cli.host.signal.aborted;
    throw (mayBe ? await wrongPlace(remote, { project, domain }, error) : undefined) ?? error;
  } finally {
    await remote.close();
  }
}
