import { toStandardJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import type { Library } from "./constructs.js";

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}
const Tree: v.GenericSchema<Tree> = v.pipe(
  v.object({ name: v.string(), children: v.array(v.lazy(() => Tree)) }),
  v.title("Tree"),
);

const one = (schema: v.GenericSchema<never> | v.GenericSchema): unknown => toStandardJsonSchema(schema);
const named = (entries: v.ObjectEntries): unknown =>
  toStandardJsonSchema(v.pipe(v.object(entries), v.title("P")));

/** The constructs in valibot 1, each in `toStandardJsonSchema(...)`. */
export const valibot: Library = {
  int: {
    as: "v.pipe(v.number(), v.integer())",
    schema: () => one(v.pipe(v.number(), v.integer())),
    samples: [0, -7],
  },
  number: { as: "v.number()", schema: () => one(v.number()), samples: [0.5, 3, -0] },
  bigint: { as: "v.bigint()", schema: () => one(v.bigint()), samples: [0n, 2n ** 63n - 1n] },
  boolean: { as: "v.boolean()", schema: () => one(v.boolean()), samples: [true, false] },
  string: { as: "v.string()", schema: () => one(v.string()), samples: ["", "ä"] },
  date: { as: "v.date()", schema: () => one(v.date()), samples: [new Date(0)] },
  "datetime text": {
    as: "v.pipe(v.string(), v.isoTimestamp())",
    schema: () => one(v.pipe(v.string(), v.isoTimestamp())),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
  "date text": {
    as: "v.pipe(v.string(), v.isoDate())",
    schema: () => one(v.pipe(v.string(), v.isoDate())),
    samples: ["2024-05-31"],
  },
  bytes: {
    as: "v.instance(Uint8Array)",
    schema: () => one(v.instance(Uint8Array)),
    samples: [Uint8Array.of(0, 255)],
  },
  enum: { as: 'v.picklist(["a", "b"])', schema: () => one(v.picklist(["a", "b"])), samples: ["a", "b"] },
  literal: { as: "v.literal(1)", schema: () => one(v.literal(1)), samples: [1] },
  optional: {
    as: "v.object({ a: v.optional(...) })",
    schema: () => named({ a: v.optional(v.pipe(v.number(), v.integer())) }),
    samples: [{}, { a: 1 }],
  },
  nullable: {
    as: "v.object({ a: v.nullable(...) })",
    schema: () => named({ a: v.nullable(v.pipe(v.number(), v.integer())) }),
    samples: [{ a: null }, { a: 1 }],
  },
  nullish: {
    as: "v.nullish(v.number())",
    schema: () => one(v.nullish(v.number())),
    samples: [null, undefined, 1],
  },
  default: {
    as: "v.object({ a: v.optional(..., 5) })",
    schema: () =>
      named({
        a: v.optional(v.pipe(v.number(), v.integer()), 5),
        at: v.optional(v.date(), () => new Date(0)),
      }),
    samples: [{}, { a: 1 }],
  },
  array: { as: "v.array(v.number())", schema: () => one(v.array(v.number())), samples: [[], [1, 2]] },
  record: {
    as: "v.record(v.string(), v.number())",
    schema: () => one(v.record(v.string(), v.number())),
    samples: [{}, { a: 1.5 }],
  },
  "open record": {
    as: "v.record(v.string(), v.unknown())",
    schema: () => one(v.record(v.string(), v.unknown())),
    samples: [{}, { a: [1, "b", { c: null }] }],
  },
  object: {
    as: "v.object({ a: v.number() })",
    schema: () => named({ a: v.number(), in: v.object({ b: v.string() }) }),
    samples: [{ a: 1, in: { b: "x" } }],
  },
  "extra keys": {
    as: "v.looseObject({ a: v.number() })",
    schema: () => one(v.pipe(v.looseObject({ a: v.number() }), v.title("P"))),
    samples: [{ a: 1, b: 2 }],
  },
  tuple: {
    as: "v.tuple([v.number(), v.string()])",
    schema: () => one(v.tuple([v.number(), v.string()])),
    samples: [[1, "a"]],
  },
  union: {
    as: "v.union([v.number(), v.string()])",
    schema: () => one(v.union([v.number(), v.string()])),
    samples: [1, "a"],
  },
  "discriminated union": {
    as: 'v.variant("kind", [...])',
    schema: () =>
      one(
        v.variant("kind", [
          v.pipe(v.object({ kind: v.literal("circle"), radius: v.number() }), v.title("Circle")),
          v.pipe(v.object({ kind: v.literal("square"), side: v.number() }), v.title("Square")),
        ]),
      ),
    samples: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 2 },
    ],
  },
  intersection: {
    as: "v.intersect([a, b])",
    schema: () =>
      one(v.pipe(v.intersect([v.object({ a: v.number() }), v.object({ b: v.string() })]), v.title("P"))),
    samples: [{ a: 1, b: "x" }],
  },
  recursive: {
    as: "v.lazy(() => Tree)",
    schema: () => one(Tree),
    samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
  },
  coerced: {
    as: "v.pipe(v.unknown(), v.transform(Number), v.number())",
    schema: () => one(v.pipe(v.unknown(), v.transform(Number), v.number())),
    samples: ["5"],
  },
  "same-type transform": {
    as: "v.pipe(v.string(), v.trim())",
    schema: () => one(v.pipe(v.string(), v.trim())),
    samples: ["  a "],
  },
  "one-way transform": {
    as: "v.pipe(v.string(), v.transform(...))",
    schema: () =>
      one(
        v.pipe(
          v.string(),
          v.transform((s) => s.length),
        ),
      ),
    samples: ["abc"],
  },
  brand: {
    as: 'v.pipe(v.string(), v.brand("Id"))',
    schema: () => one(v.pipe(v.string(), v.brand("Id"))),
    samples: ["a"],
  },
  refinement: {
    as: "v.pipe(v.number(), v.check(...))",
    schema: () =>
      one(
        v.pipe(
          v.number(),
          v.check((n) => n > 0),
        ),
      ),
    samples: [2],
  },
  "any value": { as: "v.unknown()", schema: () => one(v.unknown()), samples: [1] },
  Map: {
    as: "v.map(v.string(), v.number())",
    schema: () => one(v.map(v.string(), v.number())),
    samples: [new Map([["a", 1]])],
  },
  Set: { as: "v.set(v.number())", schema: () => one(v.set(v.number())), samples: [new Set([1])] },
};
