import { ComparisonOperator, LogicalOperator } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { primitiveWords, scalarWords } from "./literal-words.js";

const OPERATORS = new Map<number, string>([
  [ComparisonOperator.EQ, "=="],
  [ComparisonOperator.NEQ, "!="],
  [ComparisonOperator.GT, ">"],
  [ComparisonOperator.GTE, ">="],
  [ComparisonOperator.LT, "<"],
  [ComparisonOperator.LTE, "<="],
]);

/** A condition in words: `n > 3 and ok`. `nameOf` says what an operand of the branch node is called. */
export function conditionWords(
  expression: idl.BooleanExpression | undefined,
  nameOf: (operand: string) => string,
): string {
  const expr = expression?.expr;
  if (expr === undefined) return "always";
  if (expr.$case === "comparison") return comparison(expr.value, nameOf);
  const { operator } = expr.value;
  const side = (part: idl.BooleanExpression | undefined): string => {
    const words = conditionWords(part, nameOf);
    const inner = part?.expr?.$case === "conjunction" ? part.expr.value.operator : operator;
    return inner === operator ? words : `(${words})`;
  };
  const joint = operator === LogicalOperator.AND ? "and" : "or";
  return `${side(expr.value.leftExpression)} ${joint} ${side(expr.value.rightExpression)}`;
}

function comparison(
  { operator, leftValue, rightValue }: idl.ComparisonExpression,
  nameOf: (operand: string) => string,
): string {
  const [left, right] = [operandWords(leftValue, nameOf), operandWords(rightValue, nameOf)];
  if (operator === ComparisonOperator.EQ && leftValue?.val?.$case === "var") {
    if (right === "true") return left;
    if (right === "false") return `not ${left}`;
  }
  return `${left} ${OPERATORS.get(operator) ?? "?"} ${right}`;
}

function operandWords(operand: idl.Operand | undefined, nameOf: (operand: string) => string): string {
  const val = operand?.val;
  if (val === undefined) return "nothing";
  if (val.$case === "var") return nameOf(val.value);
  return val.$case === "primitive" ? primitiveWords(val.value) : scalarWords(val.value);
}
