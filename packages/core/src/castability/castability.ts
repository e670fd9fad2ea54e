import type * as idl from "@flytekit-ts/models/core";

import { SimpleType } from "../literals/idl-enums.js";
import { read, simpleOf, tagOf, type Type } from "../literals/read-type.js";
import { castOutcome } from "./cast-outcome.js";
import type { Castability } from "./evaluation/outcome.js";

export type { Castability } from "./evaluation/outcome.js";

/**
 * What the backend's compiler makes of a value of type `upstream` where `downstream` is wanted.
 *
 * An integer is never a float, and two records are compared by their JSON Schemas. Some pairs of types crash
 * the backend: registering them takes down a request, or even the whole server, without a word of why.
 *
 * Any two types have an answer, however they are built. Those far beyond what a message can hold are not
 * castable.
 */
export function castability(upstream: idl.LiteralType, downstream: idl.LiteralType): Castability {
  // Most bindings are of a simple type to itself. Larger types have to be looked at: not all fit themselves.
  if (isSameScalar(upstream, downstream)) return "castable";
  return castOutcome(upstream, downstream).verdict;
}

function isSameScalar(from: Type, to: Type): boolean {
  const simple = simpleOf(from);
  if (simple === undefined) return from === to && read(from, "enumType") !== undefined;
  return simple === simpleOf(to) && simple !== SimpleType.STRUCT && (from === to || tagOf(from) === "");
}
