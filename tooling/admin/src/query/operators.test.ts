import { expect, it } from "vitest";
import { testOf } from "./operators.js";

it.each([
  ["contains", "bed-two", "my-bed-two-x", true],
  ["contains", "a/b.c+[d]{1}(e)^$|?*", "xa/b.c+[d]{1}(e)^$|?*x", true],
  ["contains", "a.c", "abc", false],
  ["contains", "b_d", "bed", true],
  ["contains", "b%d", "bread", true],
  ["contains", "b\\%d", "bread", false],
  ["contains", "ö-😀", "xö-😀x", true],
  ["not_like", "bed-%", "bed-two", false],
  ["not_like", "bed-", "bed-two", true],
] as const)("%s %j of %j is %s", (operator, pattern, value, expected) => {
  expect(testOf(operator, "text", [pattern])(value)).toBe(expected);
});
