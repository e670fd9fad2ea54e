import { assertContract } from "../contract/assert-contract.js";
import { stamped } from "../contract/stamped.js";
import { errors } from "../errors.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { activeTracer } from "../trace/active-tracer.js";
import type { Expression, TracedCondition } from "../trace/expression.js";
import { type Tracer, tracersFrom } from "../trace/tracer.js";
import type { Condition } from "../types/infer.js";
import { describeValue } from "../words/describe-value.js";

/**
 * Makes a condition and adds it to the tracer.
 *
 * In `if (a.gt(1))` and `a.gt(1) && b.lt(2)` JavaScript treats a condition as plain true, and nothing can prevent
 * that. Such a condition never reaches a conditional, so it stays in the tracer and is reported.
 */
export function createCondition(expression: Expression, place: Place): Condition {
  const condition: TracedCondition = Object.freeze(
    stamped({
      "~condition": true as const,
      expression,
      place,
      and: joinWith("and", () => condition),
      or: joinWith("or", () => condition),
    }),
  );
  activeTracer()?.conditions.add(condition);
  return condition;
}

/** Whether a value is a condition, of this copy of the package or another. @throws `VERSIONS_MIXED` */
export function isCondition(value: unknown): value is TracedCondition {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "~condition")) return false;
  assertContract(value);
  return true;
}

/** Marks a condition as used, by another condition or by a conditional. An arm may use one of an enclosing body. */
export function useCondition(condition: Condition, tracer: Tracer | undefined = activeTracer()): void {
  for (const { conditions } of tracersFrom(tracer)) conditions.delete(condition as TracedCondition);
}

function joinWith(operator: "and" | "or", first: () => TracedCondition) {
  return function join(...others: readonly Condition[]): Condition {
    return others.reduce<Condition>((left, right) => {
      const [a, b] = [asCondition(left), asCondition(right)];
      useCondition(a);
      useCondition(b);
      return createCondition({ left: a.expression, operator, right: b.expression }, a.place);
    }, first());

    function asCondition(value: unknown): TracedCondition {
      if (isCondition(value)) return value;
      const mismatch = {
        path: `${operator}(...)`,
        wanted: "a condition",
        given: describeValue(value),
        fault: "no-question",
      } as const;
      throw errors.VALUE_TYPE_MISMATCH(mismatch, { location: placeOfCaller(join).location });
    }
  };
}
