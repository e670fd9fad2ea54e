import type * as idl from "@flytekit-ts/models/core";
import { coreErrors } from "@flytekit-ts/core/errors";
import { isComparable } from "@flytekit-ts/core/graph";
import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import * as errors from "../../errors.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import type { TypedInputs } from "../bindings/type-inputs.js";
import { isSameMessage } from "../parts/is-same-message.js";
import { primitiveType } from "../parts/scalar-type.js";
import { casesOf, flattenConditions } from "../sites/flatten-conditions.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "../workflow-rules/rule.js";

/**
 * A condition compares two values of exactly the same type, and values of that type can be compared. Flyte's compiler
 * checks only the first, after the conditional's interface. It accepts an order of booleans, and comparisons of lists
 * and records, which fail when the workflow runs.
 */
export const comparisons: NodeRule = {
  stage: STAGES.node,
  check(site, { typed, names, interfaces }) {
    const cases = casesOf(site.node);
    const inputs = typed.get(site);
    if (cases === undefined || inputs === undefined) return NO_PROBLEMS;
    const isKnown = interfaces.get(site) !== undefined;
    const place = { at: describeNode(site.id, names), nodeId: site.id, isKnown };
    return flattenConditions(cases).comparisons.flatMap(
      (comparison) => problemOf(comparison, inputs, place) ?? [],
    );
  },
};

interface Place {
  readonly at: string;
  readonly nodeId: string;
  /** Whether the conditional has an interface: without one no input of it has a type. */
  readonly isKnown: boolean;
}

function problemOf(
  { leftValue, operator, rightValue }: idl.ComparisonExpression,
  inputs: TypedInputs,
  { at, nodeId, isKnown }: Place,
): Problem | undefined {
  const [left, right] = [readOperand(leftValue, inputs), readOperand(rightValue, inputs)];
  if (left === undefined || right === undefined) return undefined;
  const isSame = isSameMessage(left.type, right.type);
  const isCompared = isKnown || (left.input === undefined && right.input === undefined);
  const backendCode = isCompared ? "MismatchingTypes" : undefined;
  if (left.isEmpty || right.isEmpty) {
    const error = errors.MESSAGE_INCOMPLETE({ at, part: "the value of a constant in a condition" });
    return toProblem(error, { nodeId, backendCode: isSame ? undefined : backendCode });
  }
  if (!isSame) {
    const [expected, got] = [describeLiteralType(left.type), describeLiteralType(right.type)];
    const params = { at, left: `${wordsOf(left)} (${expected})`, right: `${wordsOf(right)} (${got})` };
    const context = { nodeId, input: left.input, backendCode, expected, got } as const;
    return toProblem(errors.CONDITION_TYPES_DIFFER(params), context);
  }
  const problem = whyNotComparable(left.type, operator);
  if (problem === undefined) return undefined;
  const promise = left.input === undefined ? `A constant of ${at}` : `${at}.${left.input}`;
  const isBoolean = left.type.type?.$case === "simple" && left.type.type.value === SimpleType.BOOLEAN;
  const params = { promise, operator: wordOf(operator), problem, isBoolean };
  const context = { nodeId, input: left.input, got: describeLiteralType(left.type) };
  return toProblem(coreErrors.CONDITION_NOT_COMPARABLE(params), context);
}

interface ReadOperand {
  readonly type: idl.LiteralType;
  /** Absent for a constant. */
  readonly input: string | undefined;
  /** Whether it is a constant without a value. */
  readonly isEmpty: boolean;
}

function wordsOf({ input }: ReadOperand): string {
  return input ?? "a constant";
}

function readOperand(
  operand: idl.Operand | undefined,
  { variables, parts }: TypedInputs,
): ReadOperand | undefined {
  const val = operand?.val;
  if (val?.$case === "primitive") {
    const isEmpty = val.value.value === undefined;
    return { type: primitiveType(val.value), input: undefined, isEmpty };
  }
  // A part of an output cannot be compared. That is reported where the part is bound.
  if (val?.$case !== "var" || parts.has(val.value)) return undefined;
  const type = variables.get(val.value)?.type;
  if (type === undefined) return undefined;
  return { type, input: val.value, isEmpty: false };
}

// The index of an operator is its number in the IDL.
const OPERATORS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
const FIRST_ORDER = OPERATORS.indexOf("gt");

// A message may hold any number, also an unknown one.
function wordOf(operator: number): string {
  return OPERATORS[operator] ?? `operator ${operator}`;
}

function whyNotComparable(compared: idl.LiteralType, operator: number): string | undefined {
  const { type } = compared;
  if (OPERATORS[operator] === undefined) return "there is no such operator";
  // The values of an enum are strings.
  if (type?.$case === "enumType") return undefined;
  if (type?.$case !== "simple" || !isComparable(type.value))
    return `it is of type ${describeLiteralType(compared)}`;
  return type.value === SimpleType.BOOLEAN && operator >= FIRST_ORDER ? "booleans have no order" : undefined;
}
