import type * as idl from "@flytekit-ts/models/core";
import { expect, it } from "vitest";

import { FLOAT, INT, list, recordOf } from "../../test/support/types.js";
import { isCastable } from "./is-castable.js";

it("isCastable is true only where the backend takes the value", () => {
  const pattern = (text: string | undefined): object => ({ type: "string", pattern: text });
  expect(isCastable(INT, INT)).toBe(true);
  expect(isCastable(INT, FLOAT)).toBe(false);
  expect(isCastable(recordOf("A", pattern(undefined)), recordOf("B", pattern("a")))).toBe(false);
});

it("isCastable is false for half a type", () => {
  const half = { type: { $case: "unionType", value: undefined } } as unknown as idl.LiteralType;
  expect([isCastable(half, INT), isCastable(INT, half)]).toEqual([false, false]);
  expect([isCastable(undefined as never, list(half)), isCastable(list(half), null as never)]).toEqual([
    false,
    false,
  ]);
});
