import { type Expression, isConjunction, type PromiseTarget } from "@flytekit-ts/core/graph";

/** The promises that a condition compares. */
export function targetsIn(expression: Expression): readonly PromiseTarget[] {
  if (isConjunction(expression)) return [...targetsIn(expression.left), ...targetsIn(expression.right)];
  return [expression.left, expression.right].flatMap((operand) =>
    operand.kind === "promise" ? [operand.target] : [],
  );
}
