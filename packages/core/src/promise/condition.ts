import type * as idl from "@flytekit-ts/models/core";
import type { Place } from "../entity/source-location.js";
import { activeTracer } from "../graph/tracer.js";
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

/**
 * Makes a condition and tells the tracer.
 *
 * JavaScript cannot see `if (a.gt(1))` or `a.gt(1) && b.lt(2)`, where a condition is taken for a plain
 * true. Such a condition reaches no conditional, and the tracer reports the ones that are left.
 */
export function createCondition(expression: Expression, place: Place): Condition {
  const condition: TracedCondition = Object.freeze({
    "~condition": true as const,
    expression,
    place,
    and: (...others: readonly Condition[]) => join(condition, "and", others),
    or: (...others: readonly Condition[]) => join(condition, "or", others),
  });
  activeTracer()?.conditions.add(condition);
  return condition;
}

function join(first: TracedCondition, operator: "and" | "or", others: readonly Condition[]): Condition {
  return others.reduce<Condition>((left, right) => {
    const [a, b] = [left as TracedCondition, right as TracedCondition];
    useCondition(a);
    useCondition(b);
    return createCondition({ left: a.expression, operator, right: b.expression }, a.place);
  }, first);
}

/** Marks a condition as used: by another condition or by a conditional. */
export function useCondition(condition: Condition): void {
  activeTracer()?.conditions.delete(condition as TracedCondition);
}
