import { SimpleType } from "../literals/idl-enums.js";
import type { Place } from "../source/place.js";
import type { ComparisonExpression } from "../trace/expression.js";
import type { PromiseTarget } from "../trace/promise-target.js";
import { notComparable, problemWith, simpleOf } from "./comparison-rules.js";
import { isPromise, targetOf } from "./flyte-promise.js";

/** The target of the promise of a boolean; `undefined` for any other value. */
export function booleanIn(value: unknown): PromiseTarget | undefined {
  const target = isPromise(value) ? targetOf(value) : undefined;
  return target !== undefined && simpleOf(target) === SimpleType.BOOLEAN ? target : undefined;
}

/** That a promised boolean is true, as an expression. @throws `CONDITION_NOT_COMPARABLE` for a part of an output */
export function truthOf(target: PromiseTarget, place: Place): ComparisonExpression {
  const problem = problemWith(target, "isTrue");
  if (problem !== undefined) throw notComparable({ target, name: "isTrue", place }, problem);
  const primitive = { value: { $case: "boolean", value: true } } as const;
  return { left: { kind: "promise", target }, operator: "eq", right: { kind: "constant", primitive } };
}
