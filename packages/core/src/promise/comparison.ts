import { locate } from "../errors/locate.js";
import { attempt, refuse, reportTo } from "../errors/report.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { activeTracer } from "../trace/active-tracer.js";
import type { ComparisonExpression, Operand, Operator } from "../trace/expression.js";
import { describeTarget, type PromiseTarget } from "../trace/promise-target.js";
import type { Condition } from "../types/infer.js";
import { mismatch, refused, within } from "../types/mismatch.js";
import { describeValue } from "../words/describe-value.js";
import { type Comparison, notComparable, ORDER, problemWith, simpleOf } from "./comparison-rules.js";
import { createCondition, useCondition } from "./condition.js";
import { isPromise, targetOf } from "./flyte-promise.js";

const OPERATORS: ReadonlySet<string> = new Set(["eq", "ne", "isTrue", "isFalse", ...ORDER]);

/** Whether a name is one of the comparisons. */
export function isOperator(key: string): boolean {
  return OPERATORS.has(key);
}

/**
 * The method `name` of a promise, which compares it.
 *
 * The backend compares only two whole outputs or inputs of the same primitive type. Any other comparison is
 * refused when it is called, and `CONDITION_NOT_COMPARABLE` is added to the faults of the running body.
 */
export function comparisonOf(target: PromiseTarget, name: string) {
  return function compare(value?: unknown): Condition {
    return compareAt({ target, name, place: placeOfCaller(compare) }, value);
  };
}

/** The condition that a promise is true, written at `place`. @throws `CONDITION_NOT_COMPARABLE` outside a body */
export function isTrueAt(target: PromiseTarget, place: Place): Condition {
  return compareAt({ target, name: "isTrue", place });
}

function compareAt(comparison: Comparison, value?: unknown): Condition {
  const { target, place } = comparison;
  const left: Operand = { kind: "promise", target };
  const tracer = activeTracer(place);
  const report = tracer === undefined ? refuse : reportTo(tracer, place);
  const expression = attempt(() => expressionOf(comparison, left, value), undefined, report);
  if (expression !== undefined) return createCondition(expression, place);
  const refused = createCondition({ left, operator: "eq", right: left }, place);
  // Mark it as used: an unused condition would be reported as a second fault.
  useCondition(refused);
  return refused;
}

function expressionOf(comparison: Comparison, left: Operand, value: unknown): ComparisonExpression {
  const { target, name } = comparison;
  const problem = problemWith(target, name);
  if (problem !== undefined) throw notComparable(comparison, problem);
  if (name === "isTrue" || name === "isFalse") {
    return { left, operator: "eq", right: constant(comparison, name === "isTrue") };
  }
  const right = isPromise(value) ? other(comparison, targetOf(value)) : constant(comparison, value);
  return { left, operator: name as Operator, right };
}

// A constant is encoded with the type of the promise: next to a float, 1 becomes 1.0. For the backend they differ.
function constant({ target, name, place }: Comparison, value: unknown): Operand {
  try {
    // No comparable type has this value, and Flyte cannot compare with none.
    if (value === undefined || value === null)
      throw mismatch(target.type.words, describeValue(value), "none-to-compare");
    const literal = target.type.toLiteral(value);
    const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
    if (scalar?.$case === "primitive") return { kind: "constant", primitive: scalar.value };
    throw refused(value, target.type.words);
  } catch (error) {
    throw locate(within(`${describeTarget(target)}.${name}(...)`, error), place);
  }
}

function other(comparison: Comparison, value: PromiseTarget): Operand {
  if (value.path.length === 0 && simpleOf(value) === simpleOf(comparison.target)) {
    return { kind: "promise", target: value };
  }
  const types = `of type ${value.type.words}, not ${comparison.target.type.words}`;
  const what = value.path.length > 0 ? "only a part of an input or output" : types;
  throw notComparable(comparison, `${describeTarget(value)} is ${what}`);
}
