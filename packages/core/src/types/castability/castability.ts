import type * as idl from "@flytekit-ts/models/core";

import { SimpleType } from "../../literals/idl-enums.js";
import { castOutcome } from "./cast-outcome.js";
import type { Castability } from "./outcome.js";

export type { Castability } from "./outcome.js";

/**
 * What the backend's compiler makes of a value of type `upstream` where `downstream` is wanted.
 *
 * An integer is never a float, and two records are compared by their JSON Schemas. Some pairs of types crash
 * the backend: registering them takes down a request, or even the whole server, without a word of why.
 *
 * Any two types have an answer, however they are built. Those beyond what a message can hold are not castable.
 */
export function castability(upstream: idl.LiteralType, downstream: idl.LiteralType): Castability {
  // Most bindings are of a type to itself. Larger types have to be looked at: not all fit themselves.
  if (upstream === downstream && isScalar(upstream)) return "castable";
  return castOutcome(upstream, downstream).verdict;
}

function isScalar({ type }: idl.LiteralType): boolean {
  return type?.$case === "enumType" || (type?.$case === "simple" && type.value !== SimpleType.STRUCT);
}
