/**
 * What the types of a library tell of a schema is what it becomes: the kind that TypeScript reads from it is the kind
 * of its literal type.
 */
import { t } from "@flytekit-ts/core";
import type { Kind, TypeLike } from "@flytekit-ts/core";
import { resolveType } from "@flytekit-ts/core/types";
import { Type as OldType } from "@sinclair/typebox";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import { Schema } from "effect";
import { Type } from "typebox";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { z as older } from "zod-4.1";
import * as mini from "zod/mini";
import { kindOfLiteralType } from "./kind-of-literal-type.js";

interface Row {
  readonly schema: TypeLike;
  readonly kind: unknown;
}

/** TypeScript holds that `kind` is the kind of `schema`. */
function row<const X extends TypeLike>(schema: X, kind: Shown<Kind<X>>): Row {
  return { schema, kind };
}
// Constants have their values in the kind of TypeScript, and not in the literal type.
type Shown<K> = K extends { choice: unknown; of: infer P }
  ? P
  : K extends { enum: unknown }
    ? "enum"
    : K extends { list: infer E }
      ? { list: Shown<E> }
      : K extends { map: infer E }
        ? { map: Shown<E> }
        : K extends { optional: infer E }
          ? { optional: Shown<E> }
          : K extends { struct: infer S }
            ? { struct: { [P in keyof S]: Shown<S[P]> } }
            : K;

const described = <S extends v.GenericSchema>(schema: S) => ({ ...schema, ...toStandardJsonSchema(schema) });
const effect = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  Schema.toStandardJSONSchemaV1(Schema.toStandardSchemaV1(schema));
const isoDate = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

const ROWS: { readonly [library: string]: readonly Row[] } = {
  zod: [
    row(z.int(), "int"),
    row(z.int32(), "int"),
    row(z.number(), "number"),
    row(z.float64(), "float"),
    row(z.bigint(), "int"),
    row(z.boolean(), "boolean"),
    row(z.email(), "string"),
    row(z.iso.date(), "string"),
    row(z.date(), "datetime"),
    row(z.instanceof(Uint8Array), "binary"),
    row(z.enum(["a", "b"]), "enum"),
    row(z.enum(["a"]), "enum"),
    row(z.literal("a"), "string"),
    row(z.literal([1, 2]), "int"),
    row(z.literal([1, 2.5]), "float"),
    row(z.literal(true), "boolean"),
    row(z.int().brand("Id"), "int"),
    row(z.int().default(1), "int"),
    row(z.int().readonly(), "int"),
    row(
      z.lazy(() => z.int()),
      "int",
    ),
    row(isoDate, "string"),
    row(z.array(z.int()), { list: "int" }),
    row(z.record(z.string(), z.array(z.number())), { map: { list: "number" } }),
    row(z.record(z.string(), z.unknown()), "json"),
    row(
      z
        .object({
          n: z.int(),
          x: z.float64().default(1),
          o: z.int().optional(),
          q: z.string().nullable(),
          e: z.enum(["a", "b"]),
          l: z.array(z.object({ b: z.boolean() })),
        })
        .meta({ title: "P" }),
      {
        struct: {
          n: "int",
          x: "float",
          o: { optional: "int" },
          q: { optional: "string" },
          e: "enum",
          l: { list: { struct: { b: "boolean" } } },
        },
      },
    ),
  ],
  "zod/mini": [
    row(mini.int(), "int"),
    row(mini.number(), "number"),
    row(mini.array(mini.int()), { list: "int" }),
  ],
  "zod 4.1": [
    row(older.int(), "number"),
    row(older.number(), "number"),
    row(older.array(older.bigint()), { list: "int" }),
  ],
  valibot: [
    row(described(v.pipe(v.number(), v.integer())), "int"),
    row(described(v.number()), "float"),
    row(described(v.pipe(v.number(), v.minValue(0))), "float"),
    row(described(v.bigint()), "int"),
    row(described(v.picklist(["a", "b"])), "enum"),
    row(described(v.literal("a")), "string"),
    row(described(v.literal(1)), "int"),
    row(described(v.date()), "datetime"),
    row(described(v.record(v.string(), v.number())), { map: "float" }),
    row(
      described(
        v.pipe(
          v.object({
            n: v.pipe(v.number(), v.integer()),
            o: v.optional(v.number()),
            d: v.optional(v.number(), 1),
          }),
          v.title("P"),
        ),
      ),
      { struct: { n: "int", o: { optional: "float" }, d: "float" } },
    ),
  ],
  arktype: [
    row(type("number.integer"), "number"),
    row(type("number"), "number"),
    row(type("bigint"), "int"),
    row(type("'a' | 'b'"), "enum"),
    row(type("'a'"), "string"),
    row(type("1 | 2"), "int"),
    row(type("Date"), "datetime"),
    row(type("string[]"), { list: "string" }),
    row(type({ s: "string", "o?": "boolean", l: "string[]" }).configure({ title: "P" }), {
      struct: { s: "string", o: { optional: "boolean" }, l: { list: "string" } },
    }),
  ],
  effect: [
    row(effect(Schema.Int), "number"),
    row(effect(Schema.Number), "number"),
    row(effect(Schema.BigInt), "int"),
    row(effect(Schema.Literals(["a", "b"])), "enum"),
    row(effect(Schema.Literal("a")), "string"),
    row(effect(Schema.NumberFromString), "string"),
    row(effect(Schema.Date), "datetime"),
  ],
  "JSON Schema": [
    row(t.schema({ type: "integer" }), "int"),
    row(t.schema({ type: "number" }), "float"),
    row(t.schema({ enum: ["a", "b"] }), "enum"),
    row(t.schema({ const: 1.5 }), "float"),
    row(t.schema({ enum: [1, 2] }), "int"),
    row(t.schema({ type: "object", additionalProperties: { type: "integer" } }), { map: "int" }),
    row(t.schema({ type: "object" }), "json"),
    row(
      t.schema({
        title: "P",
        type: "object",
        properties: {
          n: { type: "integer" },
          o: { type: "number" },
          d: { type: "string", default: "x" },
          q: { type: ["string", "null"] },
        },
        required: ["n", "q"],
      }),
      { struct: { n: "int", o: { optional: "float" }, d: "string", q: { optional: "string" } } },
    ),
  ],
  TypeBox: [
    row(t.schema(Type.Integer()), "int"),
    row(t.schema(Type.Enum(["a", "b"])), "enum"),
    row(t.schema(Type.Record(Type.String(), Type.Integer())), { map: "int" }),
    row(t.schema(Type.Object({ n: Type.Integer(), o: Type.Optional(Type.Number()) }, { title: "P" })), {
      struct: { n: "int", o: { optional: "float" } },
    }),
    row(t.schema(OldType.Integer()), "int"),
    row(
      t.schema(
        OldType.Object({ n: OldType.Integer(), o: OldType.Optional(OldType.Number()) }, { title: "P" }),
      ),
      {
        struct: { n: "int", o: { optional: "float" } },
      },
    ),
  ],
};

describe.each(Object.entries(ROWS))("schemas of %s", (_, rows) => {
  it.each(rows)("are of the kind that their types tell (case %#: $kind)", ({ schema, kind }) => {
    const { literalType } = resolveType(schema, "a schema").transformer;
    expect(kindOfLiteralType(literalType, kind)).toEqual(kind);
  });
});
