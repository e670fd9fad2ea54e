import { type } from "arktype";
import type { Library } from "./constructs.js";

/** The constructs in arktype 2. */
export const arktype: Library = {
  int: { as: 'type("number.integer")', schema: () => type("number.integer"), samples: [0, -7] },
  number: { as: 'type("number")', schema: () => type("number"), samples: [0.5, 3, -0] },
  bigint: { as: 'type("bigint")', schema: () => type("bigint"), samples: [0n, 2n ** 63n - 1n] },
  boolean: { as: 'type("boolean")', schema: () => type("boolean"), samples: [true, false] },
  string: { as: 'type("string")', schema: () => type("string"), samples: ["", "ä"] },
  date: { as: 'type("Date")', schema: () => type("Date"), samples: [new Date(0)] },
  "datetime text": {
    as: 'type("string.date.iso")',
    schema: () => type("string.date.iso"),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
  bytes: {
    as: 'type("TypedArray.Uint8")',
    schema: () => type("TypedArray.Uint8"),
    samples: [Uint8Array.of(0, 255)],
  },
  enum: { as: "type(\"'a' | 'b'\")", schema: () => type("'a' | 'b'"), samples: ["a", "b"] },
  literal: { as: 'type("1 | 2")', schema: () => type("1 | 2"), samples: [1, 2] },
  optional: {
    as: 'type({ "a?": "number.integer" })',
    schema: () => type({ "a?": "number.integer" }).configure({ title: "P" }),
    samples: [{}, { a: 1 }],
  },
  nullable: {
    as: 'type({ a: "number.integer | null" })',
    schema: () => type({ a: "number.integer | null" }).configure({ title: "P" }),
    samples: [{ a: null }, { a: 1 }],
  },
  nullish: {
    as: 'type("number | null | undefined")',
    schema: () => type("number | null | undefined"),
    samples: [null, undefined, 1],
  },
  default: {
    as: 'type({ a: "number.integer = 5" })',
    schema: () =>
      type({ a: "number.integer = 5", at: type("Date").default(() => new Date(0)) }).configure({
        title: "P",
      }),
    samples: [{}, { a: 1 }],
  },
  array: { as: 'type("number.integer[]")', schema: () => type("number.integer[]"), samples: [[], [1, 2]] },
  record: {
    as: 'type({ "[string]": "number" })',
    schema: () => type({ "[string]": "number" }),
    samples: [{}, { a: 1.5 }],
  },
  "open record": {
    as: 'type("object")',
    schema: () => type("object"),
    samples: [{}, { a: [1, "b", { c: null }] }],
  },
  object: {
    as: 'type({ a: "number.integer" })',
    schema: () => type({ a: "number.integer", in: { b: "string" } }).configure({ title: "P" }),
    samples: [{ a: 1, in: { b: "x" } }],
  },
  "extra keys": {
    as: 'type({ a: "number.integer" })',
    schema: () => type({ a: "number.integer" }).configure({ title: "P" }),
    samples: [{ a: 1, b: 2 }],
  },
  tuple: { as: 'type(["number", "string"])', schema: () => type(["number", "string"]), samples: [[1, "a"]] },
  union: {
    as: 'type("number.integer | string")',
    schema: () => type("number.integer | string"),
    samples: [1, "a"],
  },
  "discriminated union": {
    as: "circle.or(square)",
    schema: () =>
      type({ kind: "'circle'", radius: "number" })
        .configure({ title: "Circle" })
        .or(type({ kind: "'square'", side: "number" }).configure({ title: "Square" })),
    samples: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 2 },
    ],
  },
  intersection: {
    as: "a.and(b)",
    schema: () => type({ a: "number.integer" }).and({ b: "string" }).configure({ title: "P" }),
    samples: [{ a: 1, b: "x" }],
  },
  recursive: {
    as: 'type({ children: "this[]" })',
    schema: () => type({ name: "string", children: "this[]" }).configure({ title: "Tree" }),
    samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
  },
  coerced: { as: 'type("string.numeric.parse")', schema: () => type("string.numeric.parse"), samples: ["5"] },
  "same-type transform": { as: 'type("string.trim")', schema: () => type("string.trim"), samples: ["  a "] },
  "one-way transform": {
    as: 'type("string").pipe(...)',
    schema: () => type("string").pipe((s) => s.length),
    samples: ["abc"],
  },
  brand: { as: 'type("string#Id")', schema: () => type("string#Id"), samples: ["a"] },
  refinement: {
    as: 'type("number.integer").narrow(...)',
    schema: () => type("number.integer").narrow((n) => n % 2 === 0),
    samples: [2],
  },
  "any value": { as: 'type("unknown")', schema: () => type("unknown"), samples: [1] },
  Map: { as: 'type("Map")', schema: () => type("Map"), samples: [new Map([["a", 1]])] },
  Set: { as: 'type("Set")', schema: () => type("Set"), samples: [new Set([1])] },
};
