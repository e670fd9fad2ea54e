import type * as idl from "@flytekit-ts/models/core";

import type { Place } from "../entity/place.js";
import type { Condition } from "../types/infer.js";
import type { PromiseTarget } from "./promise-target.js";

/** The comparisons of the backend. */
export type Operator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

/** One side of a comparison. */
export type Operand =
  | { readonly kind: "promise"; readonly target: PromiseTarget }
  | { readonly kind: "constant"; readonly primitive: idl.Primitive };

/** What a condition says. */
export type Expression =
  | { readonly left: Operand; readonly operator: Operator; readonly right: Operand }
  | { readonly left: Expression; readonly operator: "and" | "or"; readonly right: Expression };

/** A condition with what it says and where it was written. */
export interface TracedCondition extends Condition {
  readonly expression: Expression;
  readonly place: Place;
}
