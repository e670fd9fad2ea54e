import { describe, expect, it } from "vitest";
import { type JsonShape, shapeFault } from "./json-shape.js";

const shape: JsonShape = {
  fields: new Map<string, JsonShape>([
    ["text", "text"],
    ["integer", "integer"],
    ["boolean", "boolean"],
    ["quantity", "quantity"],
    ["list", { list: { fields: new Map([["name", "text"]]) } }],
    ["map", { map: "quantity" }],
  ]),
};

function fault(value: unknown): string | undefined {
  return shapeFault(value, shape, "spec");
}

describe("shapeFault", () => {
  it.each([
    [undefined],
    [null],
    [{}],
    [{ text: "a", integer: 3, boolean: false, quantity: "1Gi", list: [], map: {} }],
    [{ text: null, integer: null, boolean: null, quantity: null, list: null, map: null }],
    [
      {
        text: undefined,
        integer: -1,
        boolean: true,
        quantity: 1.5,
        list: [null, {}, { name: "a" }],
        map: { a: "1", b: 2, c: null },
      },
    ],
    [{ quantity: " 500m\n" }],
    [{ unknown: [1, { deeper: "yes" }] }],
    [{ list: [{ other: 1 }] }],
    [Object.assign(Object.create(null) as object, { text: "a" })],
  ])("finds nothing in %j", (value) => {
    expect(fault(value)).toBeUndefined();
  });

  it.each([
    ["spec", "an object", "x"],
    ["spec", "an object", []],
    ["spec", "an object", 1],
    ["spec.text", "a text", { text: 1 }],
    ["spec.text", "a text", { text: ["a"] }],
    ["spec.integer", "an integer", { integer: 1.5 }],
    ["spec.integer", "an integer", { integer: "1" }],
    ["spec.integer", "an integer", { integer: 2 ** 53 }],
    ["spec.integer", "an integer", { integer: Number.NaN }],
    ["spec.boolean", "true or false", { boolean: "true" }],
    ["spec.boolean", "true or false", { boolean: 0 }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "1core" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: true }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: Number.NaN }],
    ["spec.list", "a list", { list: {} }],
    ["spec.list", "a list", { list: "a" }],
    ["spec.list[1]", "an object", { list: [{}, "a"] }],
    ["spec.list[0]", "an object", { list: [[]] }],
    ["spec.list[2].name", "a text", { list: [{}, null, { name: 1 }] }],
    ["spec.map", "an object", { map: ["1"] }],
    ["spec.map.b", 'a quantity such as "500m" or "2Gi"', { map: { a: "1", b: "x", c: "y" } }],
  ])("finds %s, which is not %s, in %j", (path, wanted, value) => {
    expect(fault(value)).toBe(`has something at ${path} that is not ${wanted}`);
  });

  it("tells the first fault", () => {
    expect(fault({ text: 1, integer: "x" })).toBe("has something at spec.text that is not a text");
  });

  it("knows `__proto__` for a key like any other", () => {
    expect(fault(JSON.parse('{"__proto__": 1, "map": {"__proto__": "1"}}'))).toBeUndefined();
    expect(fault(JSON.parse('{"map": {"__proto__": "x"}}'))).toContain("spec.map.__proto__");
  });
});
