import type { Condition } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { isCondition, placeOfCaller } from "@flytekit-ts/core/graph";

// A list of conditions may be spread, but nothing at all is no condition.
type Conditions<C> = C extends readonly [] ? readonly [first: Condition] : C;

/** A condition that is true if all of these are: `and(a, b, c)` is `a.and(b).and(c)`. @throws `VALUE_TYPE_MISMATCH` */
export function and<const C extends readonly Condition[]>(...conditions: Conditions<C>): Condition {
  const [first, ...others] = assertConditions(conditions, "and", and);
  return others.length === 0 ? first : first.and(...others);
}

/** A condition that is true if at least one of these is: `or(a, b, c)` is `a.or(b).or(c)`. @throws `VALUE_TYPE_MISMATCH` */
export function or<const C extends readonly Condition[]>(...conditions: Conditions<C>): Condition {
  const [first, ...others] = assertConditions(conditions, "or", or);
  return others.length === 0 ? first : first.or(...others);
}

function assertConditions(
  given: readonly unknown[],
  name: string,
  callee: typeof and,
): readonly [Condition, ...Condition[]] {
  for (const [index, each] of (given.length === 0 ? [undefined] : given).entries()) {
    if (isCondition(each)) continue;
    const path = `Argument ${index + 1} of ${name}(...)`;
    const params = {
      path,
      wanted: "a condition, such as `a.gt(1)` or `a.isTrue()`",
      given: describeValue(each),
      fault: "no-question",
    } as const;
    throw coreErrors.VALUE_TYPE_MISMATCH(params, { location: placeOfCaller(callee).location });
  }
  return given as readonly [Condition, ...Condition[]];
}
