import type * as idl from "@flytekit-ts/models/core";
import {
  ComparisonExpression_Operator,
  ConjunctionExpression_LogicalOperator,
} from "@flytekit-ts/models/core";
import { userFailure } from "./failure.js";
import { type Literals, type PrimitiveValue, primitiveOf } from "./literals.js";

/**
 * Whether a condition of a branch holds for the branch's inputs.
 *
 * Both sides of `and` and `or` are always looked at, so a fault in one of them is never passed over.
 *
 * @throws `MalformedBranchUserError`
 */
export function holds(
  expression: idl.BooleanExpression | undefined,
  inputs: Literals,
  test: OrderTest = holdsOfOrder,
): boolean {
  const { expr } = expression ?? {};
  if (expr === undefined) return malformed("No condition is given");
  if (expr.$case === "comparison") return compare(expr.value, inputs, test);
  const left = holds(expr.value.leftExpression, inputs, test);
  const right = holds(expr.value.rightExpression, inputs, test);
  return expr.value.operator === ConjunctionExpression_LogicalOperator.OR ? left || right : left && right;
}

/** Whether a comparison holds for two values of which the first is greater (1), equal (0), less (-1), or neither. */
export type OrderTest = (operator: idl.ComparisonExpression_Operator, order: number | undefined) => boolean;

function compare(
  { operator, leftValue, rightValue }: idl.ComparisonExpression,
  inputs: Literals,
  test: OrderTest,
): boolean {
  const left = valueOf(leftValue, inputs);
  const right = valueOf(rightValue, inputs);
  if (left.$case !== right.$case) return malformed("Comparison between different primitives types");
  if (left.$case === "boolean") return compareBooleans(operator, left.value, right.value);
  return test(operator, orderOf(left, right));
}

/** As the engine has it. */
export const holdsOfOrder: OrderTest = (operator, order) => {
  switch (operator) {
    case ComparisonExpression_Operator.EQ:
      return order === 0;
    case ComparisonExpression_Operator.NEQ:
      return order !== 0;
    case ComparisonExpression_Operator.GT:
      return order === 1;
    case ComparisonExpression_Operator.GTE:
      return order === 1 || order === 0;
    // These two are made from the others, so that a NaN, which has no order, makes them true.
    case ComparisonExpression_Operator.LT:
      return !(order === 1 || order === 0);
    case ComparisonExpression_Operator.LTE:
      return order !== 1;
    default:
      return malformed("Unsupported operator type in comparison");
  }
};

function compareBooleans(operator: number, left: boolean, right: unknown): boolean {
  if (operator === ComparisonExpression_Operator.EQ) return left === right;
  if (operator === ComparisonExpression_Operator.NEQ) return left !== right;
  return malformed("Comparison not supported between booleans");
}

/** 1, 0 or -1, or undefined for what has no order. */
function orderOf(left: PrimitiveValue, right: PrimitiveValue): number | undefined {
  const [one, other] = [comparable(left), comparable(right)];
  if (one === other) return 0;
  if (one > other) return 1;
  return one < other ? -1 : undefined;
}

function comparable(primitive: PrimitiveValue): string | number | bigint {
  switch (primitive.$case) {
    case "integer":
    case "floatValue":
      return primitive.value;
    case "stringValue":
      // Each byte of UTF-8 as one character: JavaScript would order by UTF-16.
      return Buffer.from(primitive.value, "utf8").toString("latin1");
    case "datetime":
    case "duration":
      return primitive.value.seconds;
    case "boolean":
    default:
      return malformed("Comparison not supported between booleans");
  }
}

function valueOf(operand: idl.Operand | undefined, inputs: Literals): PrimitiveValue {
  const val = operand?.val;
  if (val?.$case === "primitive") return val.value.value ?? malformed("Only primitives can be compared");
  if (val?.$case !== "var") return malformed("Only primitives can be compared");
  const literal = inputs.get(val.value) ?? malformed(`Failed to find Value for Variable [${val.value}]`);
  return primitiveOf(literal) ?? malformed("Only primitives can be compared");
}

function malformed(message: string): never {
  throw userFailure("MalformedBranchUserError", message);
}
