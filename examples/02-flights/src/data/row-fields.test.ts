import { describe, expect, it } from "vitest";
import { integerField, numberField, stringField } from "./row-fields.js";

describe("numberField", () => {
  it("takes finite numbers only", () => {
    expect(numberField({ x: 1.5 }, "x")).toBe(1.5);
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, "1", null])
      expect(numberField({ x }, "x")).toBeUndefined();
  });

  it("finds nothing in what is no object", () => {
    for (const row of [null, undefined, 7, "row"]) expect(numberField(row, "length")).toBeUndefined();
  });

  it("does not look into prototypes", () => {
    expect(numberField(Object.create({ x: 1 }), "x")).toBeUndefined();
  });
});

describe("integerField", () => {
  it("takes whole numbers only", () => {
    expect(integerField({ x: -3 }, "x")).toBe(-3);
    expect(integerField({ x: 0.5 }, "x")).toBeUndefined();
  });
});

describe("stringField", () => {
  it("takes strings with something in them", () => {
    expect(stringField({ x: "JFK" }, "x")).toBe("JFK");
    for (const x of ["", 1, null]) expect(stringField({ x }, "x")).toBeUndefined();
  });
});
