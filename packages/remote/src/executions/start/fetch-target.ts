import { resolveType } from "@flytekit-ts/core/types";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Connection } from "../../connection/connection.js";
import type { GivenReference } from "../../entities/ids/entity-reference.js";
import { getLaunchPlan, getTask } from "../../entities/lists/get-entity.js";
import type { Abortable } from "../../values/cluster-access.js";
import type { InputSpec } from "../../values/input-target.js";
import { typeOf } from "../../values/untyped/type-of.js";
import type { OutputTypes, Target } from "./target.js";

type Kind = "task" | "launch-plan";

/** What the cluster knows of a task or launch plan, as what can be executed. */
export async function fetchTarget(
  connection: Connection,
  { kind, ...reference }: { readonly kind: Kind } & Exclude<GivenReference, string>,
  options: Abortable,
): Promise<Target> {
  const whole = kind === "task" ? taskTarget : planTarget;
  return whole(connection, reference, options);
}

async function taskTarget(
  connection: Connection,
  reference: GivenReference,
  options: Abortable,
): Promise<Target> {
  const { id, closure } = await getTask(connection, reference, options);
  const declared = closure.compiledTask?.template?.interface;
  const variables = [...(declared?.inputs?.variables ?? [])];
  const inputs = variables.map(([name, variable]): [string, InputSpec] => {
    return [name, { type: runtimeType(name, variable, "given"), absent: "refused" }];
  });
  const types = outputTypes(declared?.outputs);
  return {
    id,
    words: `task ${id.name}`,
    inputs: new Map(inputs),
    fixed: new Set(),
    types,
    entity: undefined,
  };
}

async function planTarget(
  connection: Connection,
  reference: GivenReference,
  options: Abortable,
): Promise<Target> {
  const { id, closure, spec } = await getLaunchPlan(connection, reference, options);
  const parameters = [...(closure.expectedInputs?.parameters ?? [])];
  const inputs = parameters.map(([name, { var: variable, behavior }]): [string, InputSpec] => {
    const isRequired = behavior?.$case === "required" && behavior.value;
    return [name, { type: runtimeType(name, variable, "given"), absent: isRequired ? "refused" : "nothing" }];
  });
  const fixed = new Set(spec.fixedInputs?.literals.keys());
  const types = outputTypes(closure.expectedOutputs);
  return { id, words: `launch plan ${id.name}`, inputs: new Map(inputs), fixed, types, entity: undefined };
}

/** The outputs of an entity of which only the cluster knows the types: values by name. */
export function outputTypes(outputs: idl.VariableMap | undefined): OutputTypes {
  return { outputs: receivedTypes(outputs), outputStyle: "named" };
}

/** Types of variables whose values come from the cluster. */
export function receivedTypes(map: idl.VariableMap | undefined): ReadonlyMap<string, RuntimeType> {
  const variables = [...(map?.variables ?? [])];
  return new Map(variables.map(([name, variable]) => [name, runtimeType(name, variable, "received")]));
}

function runtimeType(
  name: string,
  variable: idl.Variable | undefined,
  direction: "given" | "received",
): RuntimeType {
  const type = variable?.type ?? {
    type: undefined,
    metadata: undefined,
    annotation: undefined,
    structure: undefined,
  };
  return resolveType(typeOf(type, direction), name);
}
