import * as idl from "@flytekit-ts/models/core";
import { placeOfCaller } from "../entity/source-location.js";
import { errors } from "../errors.js";
import { describeValue } from "../types/mismatch.js";
import type { Condition } from "../types/infer.js";
import { createCondition, type Operand, type Operator } from "./condition.js";
import { isPromise, targetOf } from "./flyte-promise.js";
import { describeTarget, type PromiseTarget } from "./promise-target.js";

const ORDER: ReadonlySet<string> = new Set(["gt", "ge", "lt", "le"]);
const OPERATORS: ReadonlySet<string> = new Set(["eq", "ne", "isTrue", "isFalse", ...ORDER]);
const COMPARABLE: ReadonlySet<idl.SimpleType> = new Set([
  idl.SimpleType.INTEGER,
  idl.SimpleType.FLOAT,
  idl.SimpleType.STRING,
  idl.SimpleType.BOOLEAN,
  idl.SimpleType.DATETIME,
  idl.SimpleType.DURATION,
]);

/** Whether a name is one of the comparisons. */
export function isOperator(key: string): boolean {
  return OPERATORS.has(key);
}

/**
 * The comparison `name` of a promise, as a method.
 *
 * The backend compares two whole outputs or inputs of one primitive kind and nothing else, so every other
 * comparison throws `CONDITION_NOT_COMPARABLE` when it is called.
 */
export function comparisonOf(target: PromiseTarget, name: string) {
  return function compare(value?: unknown): Condition {
    const place = placeOfCaller(compare);
    const problem = problemWith(target, name);
    if (problem !== undefined) {
      throw errors.CONDITION_NOT_COMPARABLE(
        { promise: describeTarget(target), operator: name, problem },
        { location: place.location },
      );
    }
    if (name === "isTrue" || name === "isFalse") {
      return createCondition({ left: operand(target), operator: "eq", right: constant(target, name === "isTrue") }, place);
    }
    const right = isPromise(value) ? other(target, targetOf(value)) : constant(target, value);
    return createCondition({ left: operand(target), operator: name as Operator, right }, place);
  };
}

function problemWith(target: PromiseTarget, name: string): string | undefined {
  if (target.path.length > 0) return "it is a part of an output";
  const kind = simpleOf(target);
  if (kind === undefined || !COMPARABLE.has(kind)) return `it is of type ${target.type.words}`;
  const boolean = kind === idl.SimpleType.BOOLEAN;
  if (boolean && ORDER.has(name)) return "booleans have no order";
  return !boolean && name.startsWith("is") ? "it is no boolean" : undefined;
}

function simpleOf({ type }: PromiseTarget): idl.SimpleType | undefined {
  return type.literalType.type?.$case === "simple" ? type.literalType.type.value : undefined;
}

function operand(target: PromiseTarget): Operand {
  return { kind: "promise", target };
}

// A constant takes the kind of the promise: 1 beside a float is 1.0, which the backend tells apart.
function constant(target: PromiseTarget, value: unknown): Operand {
  const literal = target.type.toLiteral(value);
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "primitive") return { kind: "constant", primitive: scalar.value };
  throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted: target.type.words, given: describeValue(value) });
}

function other(target: PromiseTarget, value: PromiseTarget): Operand {
  if (value.path.length === 0 && simpleOf(value) === simpleOf(target)) return operand(value);
  throw errors.CONDITION_NOT_COMPARABLE({
    promise: describeTarget(target),
    operator: "with a promise",
    problem: `${describeTarget(value)} is ${value.path.length > 0 ? "a part of an output" : value.type.words}`,
  });
}
