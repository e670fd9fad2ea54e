import type { ExecutionId } from "@flytekit-ts/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { isEntity } from "@flytekit-ts/core/graph";
import { isReference } from "@flytekit-ts/workflow/compile";
import { encode } from "@flytekit-ts/models";
import * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { Literal } from "@flytekit-ts/models/core";
import { type Scope, scopeOf } from "../../entities/ids/scope.js";
import { errors } from "../../errors.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import { literalsOf } from "../../values/given-inputs.js";
import { isThere } from "./is-there.js";
import { assertExecuteOptions, type ExecuteOptions, specOf } from "./execute-options.js";
import { executionName } from "./execution-name.js";
import { resolveTarget } from "./resolve-target.js";
import type { Target } from "./target.js";

/** An execution that was started, or was there already. */
export interface Started {
  readonly id: ExecutionId;
  readonly target: Target;
}

/** Starts an execution. All that can be checked here is checked before anything is sent. */
export async function startExecution(
  given: unknown,
  inputs: unknown,
  { options, access }: { readonly options: ExecuteOptions; readonly access: ClusterAccess },
): Promise<Started> {
  assertExecuteOptions(options, "remote.execute");
  const name = executionName(options);
  const version = await registered(given, options, access);
  const target = await resolveTarget(given, { ...options, version }, access);
  const at = `an execution of ${target.words}`;
  const spec = specOf(target.id, options, at);
  const { project, domain } = placeOf(options, target, access);
  const { signal } = options;
  const literals = await literalsOf(target, inputs, { transfers: access.transfers, project, domain, signal });
  const id = { project, domain, name };
  const start = { id, target, literals };
  // flyteadmin stores the inputs before it sees that the name is taken, and the execution that has it loses its own.
  if (options.name !== undefined && (await isThere(start, access, signal))) return { id, target };
  const request: admin.ExecutionCreateRequest = {
    ...id,
    spec,
    inputs: { literals: new Map(literals) },
    org: "",
  };
  try {
    await access.connection.admin.createExecution(request, { signal, repeatable: true });
  } catch (error) {
    if (errors.CLUSTER_MESSAGE_TOO_LARGE.is(error)) throw tooLarge(target, request, error);
    if (!errors.CLUSTER_ENTITY_EXISTS.is(error)) throw error;
    if (await isThere(start, access, signal)) return { id, target };
    const { said } = error.params;
    throw errors.EXECUTION_NOT_STARTED({ entity: target.words, said }, { cause: error });
  }
  return { id, target };
}

/** The version to execute, registered if that is wanted. */
async function registered(
  given: unknown,
  { register: settings, version, project, domain, signal }: ExecuteOptions,
  { connection }: ClusterAccess,
): Promise<string | undefined> {
  if (settings === undefined) return version;
  if (!isEntity(given) || isReference(given)) {
    const wanted = "nothing for what is registered already";
    throw coreErrors.OPTION_INVALID({ at: "remote.execute", option: "register", wanted, given: settings });
  }
  // Most executions register nothing, and need not wait for what compiles workflows.
  const { register } = await import("../../registration/register.js");
  const scope = scopeOf(connection.config, { project, domain }, "remote.execute");
  const made = await register(connection, given, { version, ...settings, ...scope, signal });
  return made.version;
}

// An entity of another project is executed in one's own, and in its own where nothing else is said.
function placeOf(options: ExecuteOptions, { id }: Target, { connection: { config } }: ClusterAccess): Scope {
  const { project = id.project, domain = id.domain } = config;
  return scopeOf({ project, domain }, options, "remote.execute");
}

function tooLarge(
  { words }: Target,
  request: admin.ExecutionCreateRequest,
  cause: Error & { readonly params: { readonly said: string } },
): Error {
  const sizes = [...(request.inputs?.literals ?? new Map<string, idl.Literal>())].map(
    ([name, literal]) => [name, encode(Literal, literal).length] as const,
  );
  const [largest = "", size = 0] = sizes.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const bytes = encode(admin.ExecutionCreateRequest, request).length;
  const { said } = cause.params;
  return errors.EXECUTION_INPUTS_TOO_LARGE(
    { entity: words, bytes, largest: `in ${largest} (${size} bytes)`, said },
    { cause },
  );
}
