import { z as z46 } from "zod";
import { z as z41 } from "zod-4.1";
import type { Library } from "./constructs.js";

function constructs(z: typeof z46): Library {
  const Tree = z
    .object({
      name: z.string(),
      get children() {
        return z.array(Tree);
      },
    })
    .meta({ title: "Tree" });

  const isoDate = z.codec(z.iso.datetime(), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  });

  return {
    int: { as: "z.int()", schema: () => z.int(), samples: [0, -7, Number.MAX_SAFE_INTEGER] },
    number: { as: "z.number()", schema: () => z.number(), samples: [0.5, 3, -0, 1e300] },
    bigint: { as: "z.bigint()", schema: () => z.bigint(), samples: [0n, 2n ** 63n - 1n, -(2n ** 63n)] },
    boolean: { as: "z.boolean()", schema: () => z.boolean(), samples: [true, false] },
    string: { as: "z.string()", schema: () => z.string(), samples: ["", "ä\u0000"] },
    date: {
      as: "z.date()",
      schema: () => z.date(),
      samples: [new Date(0), new Date("2024-05-31T12:34:56.789Z")],
    },
    "datetime text": {
      as: "z.iso.datetime()",
      schema: () => z.iso.datetime(),
      samples: ["2024-05-31T12:34:56.7891Z"],
    },
    "date text": { as: "z.iso.date()", schema: () => z.iso.date(), samples: ["2024-05-31"] },
    bytes: {
      as: "z.instanceof(Uint8Array)",
      schema: () => z.instanceof(Uint8Array),
      samples: [Uint8Array.of(0, 255)],
    },
    enum: { as: 'z.enum(["a", "b"])', schema: () => z.enum(["a", "b"]), samples: ["a", "b"] },
    literal: { as: "z.literal([1, 2])", schema: () => z.literal([1, 2]), samples: [1, 2] },
    optional: {
      as: "z.object({ a: z.int().optional() })",
      schema: () => z.object({ a: z.int().optional() }).meta({ title: "P" }),
      samples: [{}, { a: 1 }],
    },
    nullable: {
      as: "z.object({ a: z.int().nullable() })",
      schema: () => z.object({ a: z.int().nullable() }).meta({ title: "P" }),
      samples: [{ a: null }, { a: 1 }],
    },
    nullish: { as: "z.int().nullish()", schema: () => z.int().nullish(), samples: [null, undefined, 1] },
    default: {
      as: "z.object({ a: z.int().default(5) })",
      schema: () =>
        z.object({ a: z.int().default(5), at: z.date().default(new Date(0)) }).meta({ title: "P" }),
      samples: [{}, { a: 1 }],
    },
    array: { as: "z.array(z.int())", schema: () => z.array(z.int()), samples: [[], [1, 2]] },
    record: {
      as: "z.record(z.string(), z.number())",
      schema: () => z.record(z.string(), z.number()),
      samples: [{}, { a: 1.5 }],
    },
    "open record": {
      as: "z.record(z.string(), z.unknown())",
      schema: () => z.record(z.string(), z.unknown()),
      samples: [{}, { a: [1, "b", { c: null }] }],
    },
    object: {
      as: "z.object({ a: z.int() })",
      schema: () => z.object({ a: z.int(), in: z.object({ b: z.string() }) }).meta({ title: "P" }),
      samples: [{ a: 1, in: { b: "x" } }],
    },
    "extra keys": {
      as: "z.looseObject({ a: z.int() })",
      schema: () => z.looseObject({ a: z.int() }).meta({ title: "P" }),
      samples: [{ a: 1, b: 2 }],
    },
    tuple: {
      as: "z.tuple([z.int(), z.string()])",
      schema: () => z.tuple([z.int(), z.string()]),
      samples: [[1, "a"]],
    },
    union: {
      as: "z.union([z.int(), z.string()])",
      schema: () => z.union([z.int(), z.string()]),
      samples: [1, "a"],
    },
    "discriminated union": {
      as: 'z.discriminatedUnion("kind", [...])',
      schema: () =>
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("circle"), radius: z.number() }).meta({ title: "Circle" }),
          z.object({ kind: z.literal("square"), side: z.number() }).meta({ title: "Square" }),
        ]),
      samples: [
        { kind: "circle", radius: 1 },
        { kind: "square", side: 2 },
      ],
    },
    intersection: {
      as: "z.intersection(a, b)",
      schema: () =>
        z.intersection(z.object({ a: z.int() }), z.object({ b: z.string() })).meta({ title: "P" }),
      samples: [{ a: 1, b: "x" }],
    },
    recursive: {
      as: "z.object({ get children() {...} })",
      schema: () => Tree,
      samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
    },
    coerced: { as: "z.coerce.number()", schema: () => z.coerce.number(), samples: ["5", 5, true] },
    "same-type transform": { as: "z.string().trim()", schema: () => z.string().trim(), samples: ["  a "] },
    "one-way transform": {
      as: "z.string().transform(...)",
      schema: () => z.string().transform((s) => s.length),
      samples: ["abc"],
    },
    codec: {
      as: "z.codec(z.iso.datetime(), z.date(), ...)",
      schema: () => isoDate,
      samples: ["2024-05-31T12:34:56.789Z"],
    },
    brand: { as: 'z.string().brand("Id")', schema: () => z.string().brand("Id"), samples: ["a"] },
    refinement: { as: "z.int().refine(...)", schema: () => z.int().refine((n) => n % 2 === 0), samples: [2] },
    "any value": { as: "z.unknown()", schema: () => z.unknown(), samples: [1] },
    Map: {
      as: "z.map(z.string(), z.int())",
      schema: () => z.map(z.string(), z.int()),
      samples: [new Map([["a", 1]])],
    },
    Set: { as: "z.set(z.int())", schema: () => z.set(z.int()), samples: [new Set([1])] },
  };
}

/** The constructs in zod 4.6. */
export const zod: Library = constructs(z46);

/** The same in zod 4.1, which does not tell its JSON Schema. */
export const oldZod: Library = constructs(z41 as never);
