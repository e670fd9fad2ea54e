import type { Entity, ExecutionId } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";
import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "@flytekit-ts/workflow/checks";
import { isLaunchPlan } from "@flytekit-ts/workflow/compile";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { receivedLiterals, receivedValues } from "../../values/received-values.js";
import { typeOf } from "../../values/untyped/type-of.js";
import { executionWords } from "../state/execution-words.js";
import { clusterTypes } from "./cluster-types.js";

/** An execution whose values are read. */
export interface Reading extends Abortable {
  readonly id: ExecutionId;
  /** What has the types; without it, those of the cluster hold. */
  readonly entity: Entity | undefined;
  readonly access: ClusterAccess;
}

/** The inputs or outputs of an execution as literals, by name. Those of one that has not succeeded are none. */
export async function literalsIn(
  { id, access, signal }: Omit<Reading, "entity">,
  of: "inputs" | "outputs",
): Promise<Literals> {
  const data = await dataOf({ id, entity: undefined, access, signal });
  const what = `The ${of} of ${executionWords(id)}`;
  const [whole, stored] = of === "inputs" ? [data.fullInputs, data.inputs] : [data.fullOutputs, data.outputs];
  return await receivedLiterals({ what, whole, stored }, access, signal);
}

/** The outputs of an execution that has succeeded, as its entity returns them: bare, by name, or nothing. */
export async function outputsOf(reading: Reading): Promise<unknown> {
  const { id, entity, access, signal } = reading;
  const what = `The outputs of ${executionWords(id)}`;
  const data = await dataOf(reading);
  const literals = await receivedLiterals(
    { what, whole: data.fullOutputs, stored: data.outputs },
    access,
    signal,
  );
  if (entity === undefined) {
    const { outputs } = await clusterTypes(id, access, signal);
    return receivedValues(withOwnTypes(outputs, literals), literals, { what, access, signal });
  }
  const { outputs, outputStyle } = entity.interface;
  if (outputStyle === "void") return undefined;
  const values = await receivedValues(outputs, literals, { what, access, signal });
  // Not by name: the output of a map has the name of its target's output, which may be any name.
  return outputStyle === "bare" ? Object.values(values)[0] : values;
}

/** The inputs of an execution, by name. */
export async function inputsOf(reading: Reading): Promise<unknown> {
  const { id, entity, access, signal } = reading;
  const what = `The inputs of ${executionWords(id)}`;
  const data = await dataOf(reading);
  const literals = await receivedLiterals(
    { what, whole: data.fullInputs, stored: data.inputs },
    access,
    signal,
  );
  const types = entity === undefined ? (await clusterTypes(id, access, signal)).inputs : inputTypes(entity);
  return receivedValues(withOwnTypes(types, literals), literals, { what, access, signal });
}

// A launch plan leaves out the inputs that it fixes, and an execution has them.
function inputTypes(entity: Entity): ReadonlyMap<string, RuntimeType> {
  return isLaunchPlan(entity)
    ? new Map([...entity.workflow.interface.inputs, ...entity.interface.inputs])
    : entity.interface.inputs;
}

/** The types of all values: of those that no interface names, the types that the literals have. */
function withOwnTypes(
  types: ReadonlyMap<string, RuntimeType>,
  literals: ReadonlyMap<string, idl.Literal>,
): ReadonlyMap<string, RuntimeType> {
  const others = [...literals].filter(([name]) => !types.has(name));
  return new Map([
    ...types,
    ...others.map(([name, literal]): [string, RuntimeType] => [name, ownType(name, literal)]),
  ]);
}

/** The type of a value that has come without one. */
export function ownType(name: string, literal: idl.Literal): RuntimeType {
  const type = literalTypeOf(literal);
  const unknown = { type: undefined, metadata: undefined, annotation: undefined, structure: undefined };
  return resolveType(typeOf(type ?? unknown, "received"), name);
}

async function dataOf({ id, access: { connection }, signal }: Reading) {
  return connection.admin.getExecutionData({ id: { ...id, org: "" } }, { signal });
}
