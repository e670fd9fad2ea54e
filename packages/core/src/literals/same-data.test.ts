import { expect, it } from "vitest";
import { isSameData } from "./same-data.js";

it("compares what messages hold, and not how their objects were made", () => {
  const bare = (members: object): object => Object.assign(Object.create(null) as object, members);
  const one = { map: new Map([["a", { list: [1, "x", null, 2n] }]]), none: undefined };
  expect(
    isSameData(one, { map: new Map([["a", bare({ list: [1, "x", null, 2n] })]]), none: undefined }),
  ).toBe(true);
  expect(isSameData(bare({ a: NaN }), { a: NaN })).toBe(true);
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: 1 }, { b: 1 }],
  [[1], { 0: 1 }],
  [[1], [1, 2]],
  [new Map([["a", 1]]), new Map([["b", 1]])],
  [new Map([["a", 1]]), new Map()],
  [new Map([["a", 1]]), {}],
  [0, -0],
  [1, 1n],
  [null, {}],
  [{}, undefined],
])("tells two of them apart (%#)", (one, other) => {
  expect(isSameData(one, other)).toBe(false);
  expect(isSameData(other, one)).toBe(false);
});
