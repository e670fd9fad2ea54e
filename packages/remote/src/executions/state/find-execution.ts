import type { ExecutionId } from "@flytekit-ts/core";
import type * as admin from "@flytekit-ts/models/admin";
import { errors } from "../../errors.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";

/** An execution as the cluster has it; undefined if there is none. */
export async function findExecution(
  id: ExecutionId,
  { connection }: Pick<ClusterAccess, "connection">,
  signal: Abortable["signal"],
): Promise<admin.Execution | undefined> {
  try {
    return await connection.admin.getExecution({ id: { ...id, org: "" } }, { signal });
  } catch (error) {
    if (errors.CLUSTER_ENTITY_NOT_FOUND.is(error)) return undefined;
    throw error;
  }
}
