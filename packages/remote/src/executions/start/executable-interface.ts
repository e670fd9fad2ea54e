import { type Interface, interfaceOf } from "@flytekit-ts/core/graph";
import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Connection } from "../../connection/connection.js";
import { assertKind } from "../../entities/ids/assert-kind.js";
import { getLaunchPlan, getTask } from "../../entities/lists/get-entity.js";
import type { Abortable } from "../../values/cluster-access.js";
import { typeOf } from "../../values/untyped/type-of.js";
import { type ExecutedEntity, executedEntity } from "../state/status.js";
import { receivedTypes } from "./fetch-target.js";
import type { ExecutableReference } from "./resolve-target.js";

/** What can be executed on a cluster, with what it takes and gives. */
export interface ClusterInterface {
  /** The task, or the launch plan that stands for a workflow, in the version that is executed. */
  readonly entity: ExecutedEntity;
  /** Inputs without those that a launch plan fixes; those that may be left out have a default. */
  readonly interface: Interface;
}

/** The interface of an entity that is registered. A workflow has that of the launch plan of its name. */
export async function executableInterface(
  connection: Connection,
  { kind, ...reference }: ExecutableReference,
  options: Abortable,
): Promise<ClusterInterface> {
  if (assertKind(kind, "remote.interfaceOf") === "task") {
    const { id, closure } = await getTask(connection, reference, options);
    const declared = closure.compiledTask?.template?.interface;
    const variables = [...(declared?.inputs?.variables ?? [])];
    const inputs = new Map(variables.map(([name, variable]) => [name, givenType(name, variable)]));
    return { entity: executedEntity(id), interface: interfaceOf(inputs, receivedTypes(declared?.outputs)) };
  }
  const { id, closure } = await getLaunchPlan(connection, reference, options);
  const parameters = [...(closure.expectedInputs?.parameters ?? [])];
  const inputs = new Map(parameters.map(([name, parameter]) => [name, parameterType(name, parameter)]));
  return {
    entity: executedEntity(id),
    interface: interfaceOf(inputs, receivedTypes(closure.expectedOutputs)),
  };
}

function givenType(name: string, variable: idl.Variable | undefined): RuntimeType {
  const unknown = { type: undefined, metadata: undefined, annotation: undefined, structure: undefined };
  const type = resolveType(typeOf(variable?.type ?? unknown, "given"), name);
  const description = variable?.description ?? "";
  return description === "" || description === name ? type : { ...type, description };
}

function parameterType(name: string, { var: variable, behavior }: idl.Parameter): RuntimeType {
  const type = givenType(name, variable);
  if (behavior?.$case === "required" && behavior.value) return type;
  return {
    ...type,
    default: { value: behavior?.$case === "default" ? valueOf(type, behavior.value) : undefined },
  };
}

// For people: the cluster fills in the default itself. What cannot be read here is not shown.
function valueOf({ transformer }: RuntimeType, literal: idl.Literal): unknown {
  try {
    return transformer.fromLiteral(literal);
  } catch {
    return undefined;
  }
}
