import type * as idl from "@flytekit-ts/models/core";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { digestOf } from "../disk/digest-of.js";
import { strippedType } from "./stripped-type.js";

/** The digest of the types of a task's inputs and outputs, without descriptions and defaults. */
export function interfaceDigest(task: TaskEntity): Promise<string> {
  const known = digests.get(task);
  if (known !== undefined) return known;
  const digest = digestOfTypes(task);
  digests.set(task, digest);
  return digest;
}

const digests = new WeakMap<TaskEntity, Promise<string>>();

async function digestOfTypes({ interface: { inputs, outputs } }: TaskEntity): Promise<string> {
  const { encode, VariableMap } = await import("../../idl/messages.js");
  return digestOf(
    JSON.stringify([inputs, outputs].map((types) => digestOf(encode(VariableMap, variables(types))))),
  );
}

function variables(types: ReadonlyMap<string, RuntimeType>): idl.VariableMap {
  const entries = [...types].map(([name, { transformer }]): [string, idl.Variable] => [
    name,
    {
      type: strippedType(transformer.literalType),
      description: "",
      artifactPartialId: undefined,
      artifactTag: undefined,
    },
  ]);
  return { variables: new Map(entries) };
}
