import type * as idl from "@flytekit-ts/models/core";
import type { BackendCode } from "../../problem/backend-code.js";

/** A missing part of a condition. */
export interface MissingPart {
  readonly part: string;
  readonly backendCode: BackendCode;
}

/** The comparisons in conditions, without the `and` and `or` that join them, and the missing parts. */
export interface FlatConditions {
  readonly comparisons: readonly idl.ComparisonExpression[];
  readonly missing: readonly MissingPart[];
}

/** The comparisons of a conditional, from the first case to the last and from left to right. */
export function flattenConditions({ case: first, other }: idl.IfElseBlock): FlatConditions {
  const blocks = first === undefined ? other : [first, ...other];
  const comparisons: idl.ComparisonExpression[] = [];
  const missing: MissingPart[] = [];
  const open = blocks.map(({ condition }) => condition).toReversed();
  while (open.length > 0) {
    const next = open.pop();
    const expr = next?.expr;
    if (next === undefined) missing.push({ part: "a condition", backendCode: "BranchNodeHasNoCondition" });
    else if (expr === undefined)
      missing.push({ part: "the expression of a condition", backendCode: "ValueRequired" });
    else if (expr.$case === "comparison") comparisons.push(expr.value);
    else open.push(expr.value.rightExpression, expr.value.leftExpression);
  }
  return { comparisons, missing };
}

/** The cases of a node that is a conditional. */
export function casesOf({ target }: idl.Node): idl.IfElseBlock | undefined {
  return target?.$case === "branchNode" ? target.value.ifElse : undefined;
}
