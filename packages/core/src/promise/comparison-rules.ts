import type * as idl from "@flytekit-ts/models/core";

import * as errors from "../errors.js";
import { SimpleType } from "../literals/idl-enums.js";
import type { Place } from "../source/place.js";
import { describeTarget, type PromiseTarget } from "../trace/promise-target.js";
import { isComparable } from "./comparable.js";

/** The comparisons by order. */
export const ORDER: ReadonlySet<string> = new Set(["gt", "ge", "lt", "le"]);

/** One comparison that an author writes: the promise, the operator and the place. */
export interface Comparison {
  readonly target: PromiseTarget;
  readonly name: string;
  readonly place: Place;
}

/** Why a promise cannot be compared with the operator `name`; `undefined` if it can. */
export function problemWith(target: PromiseTarget, name: string): string | undefined {
  if (target.path.length > 0) return "it is only a part of an input or output";
  const kind = simpleOf(target);
  if (kind === undefined || !isComparable(kind)) return `it is of type ${target.type.words}`;
  const boolean = kind === SimpleType.BOOLEAN;
  if (boolean && ORDER.has(name)) return "booleans have no order";
  return !boolean && name.startsWith("is") ? "it is not a boolean" : undefined;
}

/** The simple type of a promise's value. */
export function simpleOf({ type }: PromiseTarget): idl.SimpleType | undefined {
  return type.literalType.type?.$case === "simple" ? type.literalType.type.value : undefined;
}

/** The error for a comparison that the backend does not make. */
export function notComparable({ target, name, place }: Comparison, problem: string): Error {
  const isBoolean = simpleOf(target) === SimpleType.BOOLEAN && target.path.length === 0;
  const params = { promise: describeTarget(target), operator: name, problem, isBoolean };
  return errors.CONDITION_NOT_COMPARABLE(params, { location: place.location });
}
