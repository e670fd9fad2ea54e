import { toIdlInterface } from "@flytekit-ts/core/graph";
import type { Entity } from "@flytekit-ts/core/graph";
import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import { toJson } from "@flytekit-ts/models/json";
import type { RegisteredEntity } from "../../src/pull/source/pull-source.js";

/** The interface of a reference as a message, in JSON. */
export function loweredInterface(reference: unknown): unknown {
  return toJson(idl.TypedInterface, toIdlInterface((reference as Entity).interface));
}

/** What is registered, in the same form. A link to an artifact is lost: no interface of ours has one. */
export function registeredInterface({ inputs, outputs }: RegisteredEntity): unknown {
  const bare = (variable: idl.Variable): idl.Variable => {
    return { ...variable, artifactPartialId: undefined, artifactTag: undefined };
  };
  const message: idl.TypedInterface = {
    inputs: { variables: new Map([...inputs].map(([name, { variable }]) => [name, bare(variable)])) },
    outputs: { variables: new Map([...outputs].map(([name, variable]) => [name, bare(variable)])) },
  };
  return toJson(idl.TypedInterface, message);
}

/** The bytes of a message of a type, for comparisons. */
export function bytesOf(type: idl.LiteralType): Uint8Array {
  return encode(idl.LiteralType, type);
}
