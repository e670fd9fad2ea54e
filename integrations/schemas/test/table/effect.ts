import { Effect, Schema } from "effect";
import type { Library } from "./constructs.js";

interface Tree {
  readonly name: string;
  readonly children: readonly Tree[];
}
const Tree = Schema.Struct({
  name: Schema.String,
  children: Schema.Array(Schema.suspend((): Schema.Codec<Tree> => Tree)),
}).annotate({ title: "Tree" });

const one = (schema: Schema.Codec<unknown, unknown>): unknown => Schema.toStandardSchemaV1(schema as never);
const named = (fields: Schema.Struct.Fields): unknown =>
  Schema.toStandardSchemaV1(Schema.Struct(fields).annotate({ title: "P" }) as never);

/** The constructs in effect 4, each in `Schema.toStandardSchemaV1(...)`. */
export const effect: Library = {
  int: { as: "Schema.Int", schema: () => one(Schema.Int), samples: [0, -7] },
  number: { as: "Schema.Number", schema: () => one(Schema.Number), samples: [0.5, 3, -0, Number.NaN] },
  bigint: { as: "Schema.BigInt", schema: () => one(Schema.BigInt), samples: [0n, 2n ** 63n - 1n] },
  boolean: { as: "Schema.Boolean", schema: () => one(Schema.Boolean), samples: [true, false] },
  string: { as: "Schema.String", schema: () => one(Schema.String), samples: ["", "ä"] },
  date: { as: "Schema.Date", schema: () => one(Schema.Date), samples: [new Date(0)] },
  bytes: { as: "Schema.Uint8Array", schema: () => one(Schema.Uint8Array), samples: [Uint8Array.of(0, 255)] },
  enum: {
    as: 'Schema.Literals(["a", "b"])',
    schema: () => one(Schema.Literals(["a", "b"])),
    samples: ["a", "b"],
  },
  literal: { as: "Schema.Literals([1, 2])", schema: () => one(Schema.Literals([1, 2])), samples: [1, 2] },
  optional: {
    as: "Schema.optionalKey(Schema.Int)",
    schema: () => named({ a: Schema.optionalKey(Schema.Int) }),
    samples: [{}, { a: 1 }],
  },
  nullable: {
    as: "Schema.NullOr(Schema.Int)",
    schema: () => named({ a: Schema.NullOr(Schema.Int) }),
    samples: [{ a: null }, { a: 1 }],
  },
  nullish: {
    as: "Schema.NullishOr(Schema.Int)",
    schema: () => one(Schema.NullishOr(Schema.Int)),
    samples: [null, undefined, 1],
  },
  default: {
    as: "Schema.Int.pipe(Schema.withDecodingDefaultType(...))",
    schema: () => named({ a: Schema.Int.pipe(Schema.withDecodingDefaultType(Effect.succeed(5))) }),
    samples: [{}, { a: 1 }],
  },
  array: {
    as: "Schema.Array(Schema.Int)",
    schema: () => one(Schema.Array(Schema.Int)),
    samples: [[], [1, 2]],
  },
  record: {
    as: "Schema.Record(Schema.String, Schema.Number)",
    schema: () => one(Schema.Record(Schema.String, Schema.Number)),
    samples: [{}, { a: 1.5 }],
  },
  "open record": {
    as: "Schema.Record(Schema.String, Schema.Unknown)",
    schema: () => one(Schema.Record(Schema.String, Schema.Unknown)),
    samples: [{}, { a: [1, "b", { c: null }] }],
  },
  object: {
    as: "Schema.Struct({ a: Schema.Int })",
    schema: () => named({ a: Schema.Int, in: Schema.Struct({ b: Schema.String }) }),
    samples: [{ a: 1, in: { b: "x" } }],
  },
  tuple: {
    as: "Schema.Tuple([Schema.Int, Schema.String])",
    schema: () => one(Schema.Tuple([Schema.Int, Schema.String])),
    samples: [[1, "a"]],
  },
  union: {
    as: "Schema.Union([Schema.Int, Schema.String])",
    schema: () => one(Schema.Union([Schema.Int, Schema.String])),
    samples: [1, "a"],
  },
  "discriminated union": {
    as: "Schema.Union([circle, square])",
    schema: () =>
      one(
        Schema.Union([
          Schema.Struct({ kind: Schema.Literal("circle"), radius: Schema.Number }).annotate({
            title: "Circle",
          }),
          Schema.Struct({ kind: Schema.Literal("square"), side: Schema.Number }).annotate({
            title: "Square",
          }),
        ]),
      ),
    samples: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 2 },
    ],
  },
  recursive: {
    as: "Schema.suspend(() => Tree)",
    schema: () => one(Tree),
    samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
  },
  codec: {
    as: "Schema.DateFromString",
    schema: () => one(Schema.DateFromString),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
  brand: {
    as: 'Schema.String.pipe(Schema.brand("Id"))',
    schema: () => one(Schema.String.pipe(Schema.brand("Id"))),
    samples: ["a"],
  },
  refinement: {
    as: "Schema.Int.check(...)",
    schema: () => one(Schema.Int.check(Schema.isGreaterThan(0))),
    samples: [2],
  },
  "any value": { as: "Schema.Unknown", schema: () => one(Schema.Unknown), samples: [1] },
  Map: {
    as: "Schema.ReadonlyMap(...)",
    schema: () => one(Schema.ReadonlyMap(Schema.String, Schema.Int)),
    samples: [new Map([["a", 1]])],
  },
  Set: {
    as: "Schema.ReadonlySet(...)",
    schema: () => one(Schema.ReadonlySet(Schema.Int)),
    samples: [new Set([1])],
  },
};
