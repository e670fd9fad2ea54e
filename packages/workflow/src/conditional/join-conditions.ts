import type { Condition, Question } from "@flytekit-ts/core";
import { joinQuestions, placeOfCaller } from "@flytekit-ts/core/graph";

/**
 * A condition that is true if all of these are: `and(a, b, c)` is `a.and(b).and(c)`. A promised boolean is a
 * condition too.
 *
 * @throws `VALUE_TYPE_MISMATCH`, also for an empty list; `CONDITION_NOT_COMPARABLE` for a part of an output.
 */
export function and(...questions: readonly Question[]): Condition {
  return join(questions, "and", and);
}

/**
 * A condition that is true if at least one of these is: `or(a, b, c)` is `a.or(b).or(c)`. A promised boolean is a
 * condition too.
 *
 * @throws `VALUE_TYPE_MISMATCH`, also for an empty list; `CONDITION_NOT_COMPARABLE` for a part of an output.
 */
export function or(...questions: readonly Question[]): Condition {
  return join(questions, "or", or);
}

function join(questions: readonly unknown[], name: "and" | "or", callee: typeof and): Condition {
  const wanted = "a condition, such as `a.gt(1)` or `a.isTrue()`";
  const describe = (index: number) => ({ path: `Argument ${index + 1} of ${name}(...)`, wanted });
  // Without any question the first one is missing.
  const given = questions.length === 0 ? [undefined] : questions;
  return joinQuestions(name, given, { place: placeOfCaller(callee), describe });
}
