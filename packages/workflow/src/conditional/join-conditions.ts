import type { Condition } from "@flytekit-ts/core";

/** True when all are: `and(a, b, c)` is `a.and(b).and(c)`. */
export function and(first: Condition, ...others: readonly Condition[]): Condition {
  return others.length === 0 ? first : first.and(...others);
}

/** True when one is: `or(a, b, c)` is `a.or(b).or(c)`. */
export function or(first: Condition, ...others: readonly Condition[]): Condition {
  return others.length === 0 ? first : first.or(...others);
}
