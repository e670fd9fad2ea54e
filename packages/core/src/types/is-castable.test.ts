import { expect, it } from "vitest";

import { FLOAT, INT, recordOf } from "../../test/support/types.js";
import { isCastable } from "./is-castable.js";

it("isCastable is true only where the backend takes the value", () => {
  const pattern = (text: string | undefined): object => ({ type: "string", pattern: text });
  expect(isCastable(INT, INT)).toBe(true);
  expect(isCastable(INT, FLOAT)).toBe(false);
  expect(isCastable(recordOf("A", pattern(undefined)), recordOf("B", pattern("a")))).toBe(false);
});
