import {
  ComparisonExpression_Operator as Operator,
  ConjunctionExpression_LogicalOperator as Logical,
} from "@flytekit-ts/models/core";
import type * as idl from "@flytekit-ts/models/core";
import { literalJson } from "../../values/literal-json.js";

const OPERATORS: { readonly [operator: number]: string } = {
  [Operator.EQ]: "=",
  [Operator.NEQ]: "is not",
  [Operator.GT]: ">",
  [Operator.GTE]: ">=",
  [Operator.LT]: "<",
  [Operator.LTE]: "<=",
};

/** The condition of an arm, in words: `x > 3 and y = "a"`. Variables are outputs of nodes, and inputs of the workflow. */
export function conditionWords(expression: idl.BooleanExpression | undefined): string {
  const value = expression?.expr;
  if (value === undefined) return "?";
  if (value.$case === "comparison") {
    const { leftValue, operator, rightValue } = value.value;
    return `${operandWords(leftValue)} ${OPERATORS[operator] ?? "?"} ${operandWords(rightValue)}`;
  }
  const { leftExpression, operator, rightExpression } = value.value;
  const word = operator === Logical.AND ? "and" : "or";
  return `(${conditionWords(leftExpression)} ${word} ${conditionWords(rightExpression)})`;
}

function operandWords(operand: idl.Operand | undefined): string {
  const value = operand?.val;
  switch (value?.$case) {
    case "var":
      // Of an input of the workflow, the id of the node is empty.
      return value.value.replace(/^\./, "inputs.");
    case "primitive":
      return JSON.stringify(constant({ $case: "primitive", value: value.value }));
    case "scalar":
      return JSON.stringify(constant(value.value.value));
    case undefined:
      return "?";
  }
}

function constant(value: idl.Scalar["value"]): unknown {
  return literalJson({ value: { $case: "scalar", value: { value } }, hash: "", metadata: new Map() });
}
