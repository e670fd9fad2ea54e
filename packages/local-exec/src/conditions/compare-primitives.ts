import type * as idl from "@flytekit-ts/models/core";
import { byCodePoint } from "@flytekit-ts/core/graph";
import { ComparisonOperator } from "@flytekit-ts/core/literals";

type Value = NonNullable<idl.Primitive["value"]>;
type Of<K extends Value["$case"]> = Extract<Value, { readonly $case: K }>["value"];

interface Comparer<T> {
  equal(left: T, right: T): boolean;
  /** Absent for kinds that have no order. */
  greater?(left: T, right: T): boolean;
}

const plain: Comparer<number | bigint> = {
  equal: (left, right) => left === right,
  greater: (left, right) => left > right,
};

// For datetimes and durations, the engine compares whole seconds only.
const seconds: Comparer<{ readonly seconds: bigint }> = {
  equal: (left, right) => left.seconds === right.seconds,
  greater: (left, right) => left.seconds > right.seconds,
};

const comparers: { readonly [K in Value["$case"]]: Comparer<Of<K>> } = {
  integer: plain,
  floatValue: plain,
  stringValue: {
    equal: (left, right) => left === right,
    greater: (left, right) => byCodePoint(left, right) > 0,
  },
  boolean: { equal: (left, right) => left === right },
  datetime: seconds,
  duration: seconds,
};

/**
 * Compare two primitives. Returns the result, or a text that says why they cannot be compared.
 *
 * `<` is the opposite of `>=`, and `<=` the opposite of `>`. With a NaN both are true, as in the engine.
 */
export function comparePrimitives(
  { value: left }: idl.Primitive,
  { value: right }: idl.Primitive,
  operator: idl.ComparisonExpression_Operator,
): boolean | string {
  if (left === undefined || right === undefined) return "a constant in it is empty";
  if (left.$case !== right.$case) return `it compares values of the kinds ${left.$case} and ${right.$case}`;
  const { equal, greater } = comparers[left.$case] as Comparer<unknown>;
  return comparison({
    equal: equal(left.value, right.value),
    greater: greater?.(left.value, right.value),
    operator,
    kind: left.$case,
  });
}

type IsInOrder = (greater: boolean, atLeast: boolean) => boolean;

const orders: ReadonlyMap<idl.ComparisonExpression_Operator, IsInOrder> = new Map([
  [ComparisonOperator.GT, (greater) => greater],
  [ComparisonOperator.GTE, (_, atLeast) => atLeast],
  [ComparisonOperator.LT, (_, atLeast) => !atLeast],
  [ComparisonOperator.LTE, (greater) => !greater],
] as const satisfies readonly (readonly [idl.ComparisonExpression_Operator, IsInOrder])[]);

interface Comparison {
  readonly equal: boolean;
  readonly greater: boolean | undefined;
  readonly operator: idl.ComparisonExpression_Operator;
  readonly kind: string;
}

function comparison({ equal, greater, operator, kind }: Comparison): boolean | string {
  if (operator === ComparisonOperator.EQ) return equal;
  if (operator === ComparisonOperator.NEQ) return !equal;
  const isInOrder = orders.get(operator);
  if (isInOrder === undefined) return `the operator ${String(operator)} does not exist`;
  return greater === undefined
    ? `values of the kind ${kind} have no order`
    : isInOrder(greater, greater || equal);
}
