import type * as idl from "@flytekit-ts/models/core";
import { describeLiteral, LogicalOperator } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { comparePrimitives } from "./compare-primitives.js";

/**
 * Evaluate the condition of a branch exactly as Flyte's engine does. `inputs` are the inputs of the branch node, by
 * the variable names that the condition uses.
 *
 * Both sides of an `and` or `or` are always evaluated, even if the first side decides the result. So a malformed
 * side always fails, wherever it is.
 *
 * @throws `CONDITION_MALFORMED`, with the part of the condition that cannot be evaluated.
 */
export function evaluateCondition(expression: idl.BooleanExpression, inputs: Literals): boolean {
  return evaluate(expression, inputs, "");
}

function evaluate(expression: idl.BooleanExpression | undefined, inputs: Literals, part: string): boolean {
  const expr = expression?.expr;
  switch (expr?.$case) {
    case "comparison":
      return compare(expr.value, inputs, part);
    case "conjunction": {
      const { leftExpression, rightExpression, operator } = expr.value;
      const left = evaluate(leftExpression, inputs, `${part}left `);
      const right = evaluate(rightExpression, inputs, `${part}right `);
      return operator === LogicalOperator.OR ? left || right : left && right;
    }
    default:
      throw malformed(part, "it is neither a comparison nor two joined conditions");
  }
}

function compare(
  { leftValue, rightValue, operator }: idl.ComparisonExpression,
  inputs: Literals,
  part: string,
): boolean {
  const left = operandOf(leftValue, inputs, `${part}left `);
  const right = operandOf(rightValue, inputs, `${part}right `);
  const result = comparePrimitives(left, right, operator);
  if (typeof result === "boolean") return result;
  throw malformed(part, result);
}

function operandOf(operand: idl.Operand | undefined, inputs: Literals, part: string): idl.Primitive {
  const val = operand?.val;
  if (val?.$case === "primitive") return val.value;
  const name = val?.$case === "var" ? val.value : "";
  const literal = inputs.get(name);
  if (literal === undefined)
    throw malformed(part, `there is no value for the variable ${JSON.stringify(name)}`);
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  if (scalar?.$case === "primitive") return scalar.value;
  throw malformed(part, `only primitives can be compared, but ${name} is ${describeLiteral(literal)}`);
}

function malformed(part: string, problem: string): Error {
  return errors.CONDITION_MALFORMED({ part: part.trimEnd(), problem });
}
