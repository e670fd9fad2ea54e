import { describe, expect, it } from "vitest";
import { type JsonShape, shapeFault } from "./json-shape.js";

const shape: JsonShape = {
  fields: new Map<string, JsonShape>([
    ["text", "text"],
    ["integer", "int32"],
    ["long", "int64"],
    ["port", "integerOrText"],
    ["time", "time"],
    ["boolean", "boolean"],
    ["quantity", "quantity"],
    ["list", { list: { fields: new Map([["name", "text"]]) } }],
    ["map", { map: "quantity" }],
  ]),
};

function fault(value: unknown): string | undefined {
  return shapeFault(value, shape, "spec");
}

// As `encoding/json` of Go 1.26 reads what `jsonpb` of github.com/golang/protobuf 1.5.4 writes.
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
    [{ quantity: " 500m\u00a0" }],
    [{ quantity: 1e21 }],
    [{ integer: 2 ** 31 - 1 }],
    [{ integer: -(2 ** 31), long: -0 }],
    // The digits that are written of this one are 9223372036854775000.
    [{ long: 9_223_372_036_854_774_784 }],
    [{ long: 2 ** 53 }],
    [{ port: 80 }],
    [{ port: "http" }],
    // Their names come in quotes.
    [{ text: Number.NaN, port: Infinity }],
    [{ time: "2024-02-29T12:00:00Z" }],
    [{ time: "0000-02-29T1:59:59,5-24:60" }],
    [{ TEXT: "a", "\u017fpec": 1 }],
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
    ["spec.text", "a string", { text: 1 }],
    ["spec.text", "a string", { text: ["a"] }],
    ["spec.integer", "an integer of 32 bits", { integer: 1.5 }],
    ["spec.integer", "an integer of 32 bits", { integer: "1" }],
    ["spec.integer", "an integer of 32 bits", { integer: 2 ** 31 }],
    ["spec.integer", "an integer of 32 bits", { integer: -(2 ** 31) - 1 }],
    ["spec.integer", "an integer of 32 bits", { integer: Number.NaN }],
    ["spec.long", "an integer of 64 bits", { long: 2 ** 63 }],
    // -9223372036854776000, as it is written.
    ["spec.long", "an integer of 64 bits", { long: -(2 ** 63) }],
    ["spec.long", "an integer of 64 bits", { long: 1e21 }],
    ["spec.port", "an integer or a string", { port: 2 ** 31 }],
    ["spec.port", "an integer or a string", { port: 1.5 }],
    ["spec.port", "an integer or a string", { port: [80] }],
    ...[
      1,
      "",
      "2023-02-29T12:00:00Z",
      "1900-02-29T12:00:00Z",
      "2024-01-00T12:00:00Z",
      "2024-13-01T12:00:00Z",
      "2024-01-01T24:00:00Z",
      "2024-01-01T12:60:00Z",
      "2024-01-01T12:00:60Z",
      "2024-01-01T12:00:00",
      "2024-01-01T12:00:00.Z",
      "2024-01-01T12:00:00z",
      "2024-01-01T12:00:00+0500",
      "2024-01-01T12:00:00+25:00",
      "2024-01-01T12:00:00+05:61",
      "2024-01-01",
    ].map((time) => ["spec.time", 'a time such as "2024-02-29T12:00:00Z"', { time }] as const),
    ["spec.TEXT", "a string", { TEXT: 1 }],
    ["spec.li\u017ft", "a list", { "li\u017ft": 1 }],
    ["spec.boolean", "true or false", { boolean: "true" }],
    ["spec.boolean", "true or false", { boolean: 0 }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "1core" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: true }],
    // JSON escapes these, and what is escaped is no blank.
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "500m\n" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "\u2028500m" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: "\ufeff500m" }],
    ["spec.quantity", 'a quantity such as "500m" or "2Gi"', { quantity: Number.NaN }],
    ["spec.list", "a list", { list: {} }],
    ["spec.list", "a list", { list: "a" }],
    ["spec.list[1]", "an object", { list: [{}, "a"] }],
    ["spec.list[0]", "an object", { list: [[]] }],
    ["spec.list[2].name", "a string", { list: [{}, null, { name: 1 }] }],
    ["spec.map", "an object", { map: ["1"] }],
    ["spec.map.b", 'a quantity such as "500m" or "2Gi"', { map: { a: "1", b: "x", c: "y" } }],
  ] as const)("finds %s, which is not %s, in %j", (path, wanted, value) => {
    expect(fault(value)).toBe(`has something at ${path} that is not ${wanted}`);
  });

  it("tells the first fault", () => {
    expect(fault({ text: 1, integer: "x" })).toBe("has something at spec.text that is not a string");
  });

  it("knows `__proto__` for a key like any other", () => {
    expect(fault(JSON.parse('{"__proto__": 1, "map": {"__proto__": "1"}}'))).toBeUndefined();
    expect(fault(JSON.parse('{"map": {"__proto__": "x"}}'))).toContain("spec.map.__proto__");
  });
});
