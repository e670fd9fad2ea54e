import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { copyStruct } from "./copy-struct.js";

const copy = (given: unknown) => copyStruct(given as {}, "custom", "task a");

describe("copyStruct", () => {
  it("copies what JSON has, down to the last leaf", () => {
    const inner = { list: [1, "x", null, true] };
    const made = copy({ inner, left: undefined, when: new Date(0) });
    inner.list.push(2);
    expect(made).toEqual({ inner: { list: [1, "x", null, true] }, when: "1970-01-01T00:00:00.000Z" });
  });

  const circle: { self?: unknown } = {};
  circle.self = circle;

  it.each([
    [null, "an object, but was given null"],
    [[1], "an object, but was given an array"],
    ["{}", "an object, but was given a string"],
    [new Map(), "an object, but was given an object of class Map"],
    [{ a: { b: () => 1 } }, "values that JSON can hold, but was given a function"],
    [{ a: [Symbol("x")] }, "values that JSON can hold, but was given a symbol"],
    [{ a: NaN }, "values that JSON can hold, but was given NaN"],
    [{ a: 5n }, "values that JSON can hold, but was given a bigint"],
    [circle, "values that JSON can hold, but was given an object"],
    [
      { toJSON: undefined, a: { toJSON: () => Infinity } },
      "values that JSON can hold, but was given Infinity",
    ],
  ])("refuses %o", (given, text) => {
    expect(refusal(() => copy(given))).toBe(`OPTION_INVALID: The option \`custom\` of task a takes ${text}.`);
  });

  it("keeps why JSON refused", () => {
    expect(caught(() => copy(circle)).cause).toBeInstanceOf(TypeError);
  });
});
