import {
  ExecutionMetadata,
  ExecutionMetadata_ExecutionMode as Mode,
  type ExecutionRelaunchRequest,
  type ExecutionSpec,
} from "@flytekit-ts/models/admin";
import { LiteralMap } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { callerIn } from "../oauth/checks/token-check.js";
import { terminate } from "./terminate.js";
import type { Call, Handlers } from "../serving/handlers.js";
import type { ExecutionBackend } from "./backend.js";
import { executionOf } from "./find.js";
import { assertExecutionId } from "./identifiers.js";
import { launch } from "./launch/launch.js";
import { executionKey, type ExecutionRow, executions } from "./tables.js";

/** Starting executions, starting them again, ending and archiving them. */
export function calls(backend: ExecutionBackend): Handlers<typeof AdminServiceDefinition> {
  const { state, clock } = backend;
  return {
    createExecution: async (request, call) => {
      const isOld = (request.inputs?.literals.size ?? 0) === 0;
      const inputs = isOld ? request.spec?.inputs : request.inputs;
      return { id: await launch(backend, { ...request, inputs }, { user: userIn(call) }) };
    },
    relaunchExecution: async ({ id, name, overwriteCache }, call) => {
      const row = executionOf(state, id);
      const spec = { ...again(row, Mode.RELAUNCH), overwriteCache };
      const wanted = await requestOf(backend, row, { spec, name, id });
      return { id: await launch(backend, wanted, { user: userIn(call), source: row.rowId }) };
    },
    recoverExecution: async ({ id, name, metadata }, call) => {
      const row = executionOf(state, id);
      const spec = again(row, Mode.RECOVERED);
      const own = spec.metadata ?? ExecutionMetadata.create({});
      const parentNodeExecution =
        metadata === undefined ? own.parentNodeExecution : metadata.parentNodeExecution;
      const recovered = { ...spec, metadata: { ...own, parentNodeExecution } };
      const wanted = await requestOf(backend, row, { spec: recovered, name, id });
      return { id: await launch(backend, wanted, { user: userIn(call), source: row.rowId }) };
    },
    terminateExecution: ({ id, cause }, call) => {
      assertExecutionId(id);
      terminate(backend, id, { cause, principal: userIn(call) });
      return {};
    },
    updateExecution: ({ id, state: wanted }, call) => {
      assertExecutionId(id);
      const { closure } = executionOf(state, id);
      const stateChangeDetails = { state: wanted, occurredAt: clock.timestamp(), principal: userIn(call) };
      state
        .table(executions)
        .update(executionKey(id), { closure: { ...closure, stateChangeDetails }, state: wanted });
      return {};
    },
  };
}

const userIn = (call: Call): string => callerIn(call)?.sub ?? "";

function again({ id, spec }: ExecutionRow, mode: Mode): ExecutionSpec {
  const metadata = spec.metadata ?? ExecutionMetadata.create({});
  return { ...spec, metadata: { ...metadata, mode, referenceExecution: id } };
}

/** A request for an execution with the inputs that were given to another, where the call said that this is. */
async function requestOf(
  { store }: ExecutionBackend,
  { userInputsUri }: ExecutionRow,
  { spec, name, id }: Pick<ExecutionRelaunchRequest, "id" | "name"> & { readonly spec: ExecutionSpec },
) {
  const { project = "", domain = "" } = id ?? {};
  const bytes = await store.read(userInputsUri);
  const inputs = bytes === undefined ? undefined : LiteralMap.decode(bytes);
  return { project, domain, name, spec, inputs, org: "" };
}
