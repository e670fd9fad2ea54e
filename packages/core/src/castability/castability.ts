import type * as idl from "@flytekit-ts/models/core";

import { SimpleType } from "../literals/idl-enums.js";
import { read, simpleOf, tagOf, type Type } from "../literals/read-type.js";
import { castOutcome } from "./cast-outcome.js";
import type { Castability } from "./evaluation/outcome.js";

export type { Castability } from "./evaluation/outcome.js";

/**
 * Whether the backend's compiler accepts a value of type `upstream` where `downstream` is wanted, or crashes.
 *
 * An integer is never a float, and two records are compared by their JSON Schemas. Some pairs of types crash
 * the backend: registering them ends a request, or even the whole server, without an explanation.
 *
 * Any two types get an answer, also types that were built by hand. Types that are far larger than a message can
 * hold are not castable.
 */
export function castability(upstream: idl.LiteralType, downstream: idl.LiteralType): Castability {
  // Most bindings cast a simple type to itself. Other types must be compared: some do not even fit themselves.
  if (isSameScalar(upstream, downstream)) return "castable";
  return castOutcome(upstream, downstream).verdict;
}

function isSameScalar(from: Type, to: Type): boolean {
  const simple = simpleOf(from);
  if (simple === undefined) return from === to && read(from, "enumType") !== undefined;
  return simple === simpleOf(to) && simple !== SimpleType.STRUCT && (from === to || tagOf(from) === "");
}
