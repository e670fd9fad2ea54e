import type * as idl from "@flytekit-ts/models/core";
import {
  type Binding,
  byCodePoint,
  isConjunction,
  type Expression,
  type Operand,
  type Operator,
  type PromiseTarget,
} from "@flytekit-ts/core/graph";
import { ComparisonOperator, LogicalOperator } from "@flytekit-ts/core/literals";
import { targetsIn } from "../../conditional/targets-in.js";
import { type Graph, idIn } from "../../graph/graph.js";
import { copyMessage } from "../../messages/copy-message.js";

const OPERATORS = {
  eq: ComparisonOperator.EQ,
  ne: ComparisonOperator.NEQ,
  gt: ComparisonOperator.GT,
  ge: ComparisonOperator.GTE,
  lt: ComparisonOperator.LT,
  le: ComparisonOperator.LTE,
} as const satisfies Record<Operator, number>;

/** A condition as IDL. The promises that it compares are inputs of its branch node. */
export function lowerExpression(expression: Expression, graph: Graph): idl.BooleanExpression {
  if (isConjunction(expression)) {
    const operator = expression.operator === "and" ? LogicalOperator.AND : LogicalOperator.OR;
    const leftExpression = lowerExpression(expression.left, graph);
    const rightExpression = lowerExpression(expression.right, graph);
    return { expr: { $case: "conjunction", value: { operator, leftExpression, rightExpression } } };
  }
  const { left, operator, right } = expression;
  return {
    expr: {
      $case: "comparison",
      value: {
        operator: OPERATORS[operator],
        leftValue: lowerOperand(left, graph),
        rightValue: lowerOperand(right, graph),
      },
    },
  };
}

// The deprecated field for constants is the only one that the backend understands.
function lowerOperand(operand: Operand, graph: Graph): idl.Operand {
  return operand.kind === "promise"
    ? { val: { $case: "var", value: variableOf(operand.target, graph) } }
    : { val: { $case: "primitive", value: copyMessage(operand.primitive) } };
}

/** The name of the branch node's input for a compared promise. For a workflow input it begins with a dot. */
function variableOf({ node, var: name }: PromiseTarget, graph: Graph): string {
  return `${idIn(graph, node)}.${name}`;
}

/** The bindings of a branch node: each promise that its conditions compare, once, sorted like other inputs. */
export function operandBindings(expressions: readonly Expression[], graph: Graph): readonly Binding[] {
  const bindings = new Map<string, Binding>();
  for (const target of expressions.flatMap(targetsIn)) {
    const name = variableOf(target, graph);
    bindings.set(name, { var: name, binding: { kind: "promise", target } });
  }
  return [...bindings.values()].toSorted((a, b) => byCodePoint(a.var, b.var));
}
