import type * as idl from "@flytekit-ts/models/core";

import type { Place } from "../source/place.js";
import type { Condition } from "../types/infer.js";
import type { PromiseTarget } from "./promise-target.js";

/** The comparisons of the backend. */
export type Operator = "eq" | "ne" | "gt" | "ge" | "lt" | "le";

/** One side of a comparison. */
export type Operand =
  | { readonly kind: "promise"; readonly target: PromiseTarget }
  | { readonly kind: "constant"; readonly primitive: idl.Primitive };

/** Two operands, and how they are compared. */
export interface ComparisonExpression {
  readonly left: Operand;
  readonly operator: Operator;
  readonly right: Operand;
}

/** Two expressions, and how they are joined. */
export interface ConjunctionExpression {
  readonly left: Expression;
  readonly operator: "and" | "or";
  readonly right: Expression;
}

/** The content of a condition: one comparison, or several joined by `and` and `or`. */
export type Expression = ComparisonExpression | ConjunctionExpression;

/** Whether an expression joins two others. */
export function isConjunction(expression: Expression): expression is ConjunctionExpression {
  return expression.operator === "and" || expression.operator === "or";
}

/** A condition with its expression and the place where it was written. */
export interface TracedCondition extends Condition {
  readonly expression: Expression;
  readonly place: Place;
}
