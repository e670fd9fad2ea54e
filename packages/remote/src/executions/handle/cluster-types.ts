import type { ExecutionId } from "@flytekit-ts/core";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { getLaunchPlan, getTask } from "../../entities/lists/get-entity.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { receivedTypes } from "../start/fetch-target.js";

/** The types of what an execution takes and gives, as the cluster knows them. */
export interface ClusterTypes {
  readonly inputs: ReadonlyMap<string, RuntimeType>;
  readonly outputs: ReadonlyMap<string, RuntimeType>;
}

const NONE: ClusterTypes = { inputs: new Map(), outputs: new Map() };
const TASK = 1;

/** The types of the entity that an execution is of. */
export async function clusterTypes(
  id: ExecutionId,
  { connection }: ClusterAccess,
  signal: Abortable["signal"],
): Promise<ClusterTypes> {
  const { spec } = await connection.admin.getExecution({ id: { ...id, org: "" } }, { signal });
  const entity = spec?.launchPlan;
  if (entity === undefined) return NONE;
  if (entity.resourceType === TASK) {
    const { closure } = await getTask(connection, entity, { signal });
    const declared = closure.compiledTask?.template?.interface;
    return { inputs: receivedTypes(declared?.inputs), outputs: receivedTypes(declared?.outputs) };
  }
  const { closure } = await getLaunchPlan(connection, entity, { signal });
  const parameters = [...(closure.expectedInputs?.parameters ?? [])];
  const variables = parameters.flatMap(([name, { var: variable }]): [string, idl.Variable][] =>
    variable === undefined ? [] : [[name, variable]],
  );
  return {
    inputs: receivedTypes({ variables: new Map(variables) }),
    outputs: receivedTypes(closure.expectedOutputs),
  };
}
