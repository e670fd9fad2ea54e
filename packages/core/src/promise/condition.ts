import { assertContract } from "../contract/assert-contract.js";
import { stamped } from "../contract/stamped.js";
import * as errors from "../errors.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { activeTracer } from "../trace/active-tracer.js";
import type { Expression, TracedCondition } from "../trace/expression.js";
import { type Tracer, tracersFrom } from "../trace/tracer.js";
import type { Condition, Question } from "../types/infer.js";
import { describeValue } from "../words/describe-value.js";
import { booleanIn, truthOf } from "./truth.js";

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
  return function join(...others: readonly Question[]): Condition {
    const place = placeOfCaller(join);
    const questions = [first(), ...others];
    return joinQuestions(operator, questions, {
      place,
      describe: () => ({ path: `${operator}(...)`, wanted: "a condition" }),
    });
  };
}

/** Where questions are joined, and how a wrong one is described. */
export interface Joining {
  readonly place: Place;
  describe(index: number): { readonly path: string; readonly wanted: string };
}

/**
 * One condition of several questions: conditions and promised booleans.
 *
 * @throws `VALUE_TYPE_MISMATCH`, `CONDITION_NOT_COMPARABLE` for a part of an output.
 */
export function joinQuestions(
  operator: "and" | "or",
  questions: readonly unknown[],
  joining: Joining,
): Condition {
  const { place } = joining;
  // Not map(), which would skip the holes of a sparse array.
  const expressions = Array.from(questions, (question, index) => expressionOf(question, index, joining));
  const [first] = questions;
  if (isCondition(first) && questions.length === 1) return first;
  for (const question of questions) if (isCondition(question)) useCondition(question);
  const joined = expressions.reduce((left, right) => ({ left, operator, right }));
  return createCondition(joined, isCondition(first) ? first.place : place);
}

function expressionOf(question: unknown, index: number, { place, describe }: Joining): Expression {
  if (isCondition(question)) return question.expression;
  const boolean = booleanIn(question);
  if (boolean !== undefined) return truthOf(boolean, place);
  const mismatch = { ...describe(index), given: describeValue(question), fault: "no-question" } as const;
  throw errors.VALUE_TYPE_MISMATCH(mismatch, { location: place.location });
}
