import { Type as Old } from "@sinclair/typebox";
import { t } from "@flytekit-ts/workflow";
import { Type } from "typebox";
import type { Library } from "./constructs.js";

const one = (schema: object): unknown => t.schema(schema);

/** The constructs in TypeBox 1, each in `t.schema(...)`. */
export const typebox: Library = {
  int: { as: "Type.Integer()", schema: () => one(Type.Integer()), samples: [0, -7] },
  number: { as: "Type.Number()", schema: () => one(Type.Number()), samples: [0.5, 3, -0] },
  bigint: { as: "Type.BigInt()", schema: () => one(Type.BigInt()), samples: [0n, 2n ** 63n - 1n] },
  boolean: { as: "Type.Boolean()", schema: () => one(Type.Boolean()), samples: [true, false] },
  string: { as: "Type.String()", schema: () => one(Type.String()), samples: ["", "ä"] },
  "datetime text": {
    as: 'Type.String({ format: "date-time" })',
    schema: () => one(Type.String({ format: "date-time" })),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
  enum: { as: 'Type.Enum(["a", "b"])', schema: () => one(Type.Enum(["a", "b"])), samples: ["a", "b"] },
  literal: {
    as: "Type.Union([Type.Literal(1), Type.Literal(2)])",
    schema: () => one(Type.Union([Type.Literal(1), Type.Literal(2)])),
    samples: [1, 2],
  },
  optional: {
    as: "Type.Object({ a: Type.Optional(...) })",
    schema: () => one(Type.Object({ a: Type.Optional(Type.Integer()) }, { title: "P" })),
    samples: [{}, { a: 1 }],
  },
  nullable: {
    as: "Type.Union([Type.Integer(), Type.Null()])",
    schema: () => one(Type.Object({ a: Type.Union([Type.Integer(), Type.Null()]) }, { title: "P" })),
    samples: [{ a: null }, { a: 1 }],
  },
  default: {
    as: "Type.Optional(Type.Integer({ default: 5 }))",
    schema: () => one(Type.Object({ a: Type.Optional(Type.Integer({ default: 5 })) }, { title: "P" })),
    samples: [{}, { a: 1 }],
    gives: [{ a: 5 }, { a: 1 }],
  },
  array: {
    as: "Type.Array(Type.Integer())",
    schema: () => one(Type.Array(Type.Integer())),
    samples: [[], [1, 2]],
  },
  record: {
    as: "Type.Record(Type.String(), Type.Number())",
    schema: () => one(Type.Record(Type.String(), Type.Number())),
    samples: [{}, { a: 1.5 }],
  },
  "open record": {
    as: "Type.Record(Type.String(), Type.Unknown())",
    schema: () => one(Type.Record(Type.String(), Type.Unknown())),
    samples: [{}, { a: [1, "b", { c: null }] }],
  },
  object: {
    as: "Type.Object({ a: Type.Integer() })",
    schema: () =>
      one(Type.Object({ a: Type.Integer(), in: Type.Object({ b: Type.String() }) }, { title: "P" })),
    samples: [{ a: 1, in: { b: "x" } }],
  },
  "extra keys": {
    as: "Type.Object({ a: Type.Integer() })",
    schema: () => one(Type.Object({ a: Type.Integer() }, { title: "P" })),
    samples: [{ a: 1, b: 2 }],
  },
  tuple: {
    as: "Type.Tuple([Type.Integer(), Type.String()])",
    schema: () => one(Type.Tuple([Type.Integer(), Type.String()])),
    samples: [[1, "a"]],
  },
  union: {
    as: "Type.Union([Type.Integer(), Type.String()])",
    schema: () => one(Type.Union([Type.Integer(), Type.String()])),
    samples: [1, "a"],
  },
  "discriminated union": {
    as: "Type.Union([circle, square])",
    schema: () =>
      one(
        Type.Union([
          Type.Object({ kind: Type.Literal("circle"), radius: Type.Number() }, { title: "Circle" }),
          Type.Object({ kind: Type.Literal("square"), side: Type.Number() }, { title: "Square" }),
        ]),
      ),
    samples: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 2 },
    ],
  },
  intersection: {
    as: "Type.Intersect([a, b])",
    schema: () =>
      one(
        Type.Intersect([Type.Object({ a: Type.Integer() }), Type.Object({ b: Type.String() })], {
          title: "P",
        }),
      ),
    samples: [{ a: 1, b: "x" }],
  },
  recursive: {
    as: 'Type.Cyclic({ Tree: ... }, "Tree")',
    schema: () =>
      one(
        Type.Cyclic(
          {
            Tree: Type.Object(
              { name: Type.String(), children: Type.Array(Type.Ref("Tree")) },
              { title: "Tree" },
            ),
          },
          "Tree",
        ),
      ),
    samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
  },
  codec: {
    as: "Type.Codec(...).Decode(...).Encode(...)",
    schema: () =>
      one(
        Type.Codec(Type.String())
          .Decode((text) => new Date(text))
          .Encode((date) => date.toISOString()),
      ),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
  refinement: {
    as: "Type.Refine(Type.Integer(), ...)",
    schema: () => one(Type.Refine(Type.Integer({ minimum: 0 }), (n) => n % 2 === 0)),
    samples: [2],
  },
  "any value": { as: "Type.Unknown()", schema: () => one(Type.Unknown()), samples: [1] },
};

/** What TypeBox 0.34 has, and version 1 has not, or writes in another way. */
export const oldTypebox: Library = {
  bigint: { as: "Type.BigInt()", schema: () => one(Old.BigInt()), samples: [0n, 2n ** 63n - 1n] },
  date: { as: "Type.Date()", schema: () => one(Old.Date()), samples: [new Date(0)] },
  bytes: { as: "Type.Uint8Array()", schema: () => one(Old.Uint8Array()), samples: [Uint8Array.of(0, 255)] },
  optional: {
    as: "Type.Object({ a: Type.Optional(...) })",
    schema: () => one(Old.Object({ a: Old.Optional(Old.Integer()) }, { title: "P" })),
    samples: [{}, { a: 1 }],
  },
  record: {
    as: "Type.Record(Type.String(), Type.Number())",
    schema: () => one(Old.Record(Old.String(), Old.Number())),
    samples: [{}, { a: 1.5 }],
  },
  recursive: {
    as: "Type.Recursive((Tree) => ...)",
    schema: () =>
      one(
        Old.Recursive(
          (Tree) => Old.Object({ name: Old.String(), children: Old.Array(Tree) }, { title: "Tree" }),
          {
            $id: "Tree",
          },
        ),
      ),
    samples: [{ name: "a", children: [{ name: "b", children: [] }] }],
  },
  codec: {
    as: "Type.Transform(...).Decode(...).Encode(...)",
    schema: () =>
      one(
        Old.Transform(Old.String())
          .Decode((text) => new Date(text))
          .Encode((date) => date.toISOString()),
      ),
    samples: ["2024-05-31T12:34:56.789Z"],
  },
};
