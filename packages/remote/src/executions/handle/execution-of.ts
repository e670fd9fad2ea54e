import type { Entity, ExecutionId } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { abortable } from "../../values/abortable.js";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { watchingCalls } from "../../watching/watching-calls.js";
import { assertSucceeded } from "./assert-succeeded.js";
import { consoleUrlOf } from "../state/console-url.js";
import { metricsOf } from "./metrics.js";
import { listSignals } from "../signals/list-signals.js";
import { approveSignal, setSignalValue } from "../signals/set-signal.js";
import { statusOf } from "../state/status.js";
import { waitForEnd } from "./wait-for-end.js";
import type { Execution } from "./execution.js";
import { inputsOf, literalsIn, outputsOf } from "./execution-data.js";
import { recover, relaunch } from "./restart.js";
import { setState, terminate } from "./end.js";

/**
 * An execution as its caller sees it. `entity` is what it is an execution of, if this program has its types. Nothing is asked.
 */
export function executionOf(
  id: ExecutionId,
  entity: Entity | undefined,
  access: ClusterAccess,
): Execution<unknown, unknown> {
  const { connection } = access;
  const looking = watchingCalls(connection);
  const again = (started: ExecutionId): Execution<unknown, unknown> => executionOf(started, entity, access);
  const get = async (options: Abortable) =>
    connection.admin.getExecution({ id: { ...id, org: "" } }, options);
  return {
    id,
    consoleUrl: consoleUrlOf(connection.config, id),
    status: async (options = {}) => {
      return statusOf(await get(abortable(options, "execution.status")));
    },
    wait: async (options = {}) => {
      assertSucceeded(id, await waitForEnd(id, options, access), access);
      return outputsOf({ id, entity, access, signal: options.signal });
    },
    outputs: async (options = {}) => {
      const found = await get(abortable(options, "execution.outputs"));
      assertSucceeded(id, statusOf(found), access);
      return outputsOf({ id, entity, access, signal: options.signal });
    },
    inputs: async (options = {}) => {
      const { signal } = abortable(options, "execution.inputs");
      return inputsOf({ id, entity, access, signal });
    },
    literals: async (of, options = {}) => {
      const at = "execution.literals";
      const { signal } = abortable(options, at);
      if (of !== "inputs" && of !== "outputs")
        throw coreErrors.OPTION_INVALID({ at, option: "of", wanted: '"inputs" or "outputs"', given: of });
      if (of === "outputs") assertSucceeded(id, statusOf(await get({ signal })), access);
      return literalsIn({ id, access, signal }, of);
    },
    watch: (options) => looking.watch(id, options),
    summary: async (options) => looking.summary(id, options),
    nodes: async (options) => looking.nodes(id, options),
    logs: async (options) => looking.logs(id, options),
    terminate: async (cause, options = {}) =>
      terminate(id, { cause, ...abortable(options, "execution.terminate") }, connection),
    recover: async (options = {}) => again(await recover(id, options, access)),
    relaunch: async (options = {}) => again(await relaunch(id, options, access)),
    signals: async (options = {}) => listSignals(id, abortable(options, "execution.signals"), access),
    approve: async (signalName, approved = true, options = {}) =>
      approveSignal({ id, signalName, ...abortable(options, "execution.approve") }, approved, access),
    setInput: async (signalName, value, options = {}) =>
      setSignalValue({ id, signalName, ...abortable(options, "execution.setInput") }, value, access),
    metrics: async (options = {}) => metricsOf(id, options, access),
    archive: async (options = {}) =>
      setState(id, "archived", connection, abortable(options, "execution.archive")),
    unarchive: async (options = {}) =>
      setState(id, "active", connection, abortable(options, "execution.unarchive")),
  };
}
