import type { ExecutionId } from "@flytekit-ts/core";
import { assertBoolean, assertOptions } from "@flytekit-ts/core/tasks";
import { errors } from "../../errors.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { consoleUrlOf } from "../state/console-url.js";
import { findExecution } from "../state/find-execution.js";
import { executionWords } from "../state/execution-words.js";
import { executionName } from "../start/execution-name.js";
import type { RestartOptions } from "./execution.js";

const RECOVER: ReadonlySet<string> = new Set(["name", "namePrefix", "signal"]);
const RELAUNCH: ReadonlySet<string> = new Set([...RECOVER, "overwriteCache"]);
// Of flyteidl.admin.ExecutionMetadata.ExecutionMode.
const MODES = { relaunch: 3, recover: 5 } as const;

/** Starts an execution that takes over what has succeeded in another. */
export async function recover(
  id: ExecutionId,
  options: RestartOptions,
  access: ClusterAccess,
): Promise<ExecutionId> {
  assertOptions(options, RECOVER, "execution.recover");
  const call = access.connection.admin.recoverExecution;
  return restart(id, { options, how: "recover", access }, async (name) =>
    call({ id: { ...id, org: "" }, name, metadata: undefined }, { signal: options.signal, repeatable: true }),
  );
}

/** Starts an execution of the same entity, with the same inputs and options. */
export async function relaunch(
  id: ExecutionId,
  options: RestartOptions & { readonly overwriteCache?: boolean | undefined },
  access: ClusterAccess,
): Promise<ExecutionId> {
  assertOptions(options, RELAUNCH, "execution.relaunch");
  const { overwriteCache = false, signal } = options;
  assertBoolean(overwriteCache, "overwriteCache", "execution.relaunch");
  const call = access.connection.admin.relaunchExecution;
  return restart(id, { options, how: "relaunch", access }, async (name) =>
    call({ id: { ...id, org: "" }, name, overwriteCache }, { signal, repeatable: true }),
  );
}

interface Restart {
  readonly options: RestartOptions;
  readonly how: keyof typeof MODES;
  readonly access: ClusterAccess;
}

async function restart(
  id: ExecutionId,
  { options, how, access }: Restart,
  send: (name: string) => Promise<unknown>,
): Promise<ExecutionId> {
  const name = executionName(options);
  const started = { project: id.project, domain: id.domain, name };
  const isThere = async (): Promise<boolean> => isStarted(started, { id, how }, access, options.signal);
  // flyteadmin stores the inputs before it sees that the name is taken, and the execution that has it loses its own.
  if (options.name !== undefined && (await isThere())) return started;
  try {
    await send(name);
  } catch (error) {
    if (!errors.CLUSTER_ENTITY_EXISTS.is(error)) throw error;
    if (await isThere()) return started;
    const { said } = error.params;
    throw errors.EXECUTION_NOT_STARTED({ entity: executionWords(id), said }, { cause: error });
  }
  return started;
}

/** Whether there is an execution of this name that takes up the other in this way. @throws `EXECUTION_NAME_TAKEN` */
async function isStarted(
  started: ExecutionId,
  { id, how }: { readonly id: ExecutionId; readonly how: keyof typeof MODES },
  access: ClusterAccess,
  signal: Abortable["signal"],
): Promise<boolean> {
  const there = await findExecution(started, access, signal);
  if (there === undefined) return false;
  const { mode, referenceExecution: of } = there.spec?.metadata ?? {};
  if (mode === MODES[how] && of !== undefined && executionWords(of) === executionWords(id)) return true;
  const execution = executionWords(started);
  const consoleUrl = consoleUrlOf(access.connection.config, started);
  const wanted = how === "recover" ? "recovers" : "relaunches";
  const differences = [`it is not the execution that ${wanted} ${executionWords(id)}`];
  throw errors.EXECUTION_NAME_TAKEN({ execution, consoleUrl, differences });
}
