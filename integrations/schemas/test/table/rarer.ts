import { toStandardJsonSchema as wrap } from "@valibot/to-json-schema";
import { type } from "arktype";
import { Schema } from "effect";
import * as v from "valibot";
import { z } from "zod";
import type { Written } from "./constructs.js";

type Row = readonly [as: string, becomes: string, schema: () => unknown, samples: readonly unknown[]];

const day = new Date("2024-05-31T12:34:56.789Z");
const named = { title: "P" };

/** Constructs that no table needs, each with what it becomes. */
const rows: readonly Row[] = [
  ["z.int32()", "integer: INTEGER", () => z.int32(), [5]],
  ["z.float32()", "float: FLOAT", () => z.float32(), [5.5]],
  ["z.uint64() beyond int64", "64-bit integer: INTEGER", () => z.uint64(), [5n, 2n ** 63n]],
  ["z.enum of numbers", "one of the constants 1, 2: INTEGER", () => z.enum({ A: 1, B: 2 }), [1, 2]],
  [
    "z.literal with null",
    'optional one of the constants "a": union of STRING, NONE',
    () => z.literal([null, "a"]),
    [null, "a"],
  ],
  ["z.literal of a bigint", "refused: a literal bigint", () => z.literal(1n), [1n]],
  [
    "z.prefault",
    'record P { a: string = " x " }: STRUCT',
    () => z.object({ a: z.string().trim().prefault(" x ") }).meta(named),
    [{}, { a: " y" }],
  ],
  [
    "z.catch",
    "record P { a: integer }: STRUCT",
    () => z.object({ a: z.int().catch(3) }).meta(named),
    [{ a: "bad" }, {}],
  ],
  ["z.json", "refused: a value that contains itself, but not as a record", () => z.json(), [1]],
  ["z.templateLiteral", "string: STRING", () => z.templateLiteral(["a", z.number()]), ["a5"]],
  [
    "z.record of an enum",
    "map of integer: map of INTEGER",
    () => z.record(z.enum(["a", "b"]), z.int()),
    [{ a: 1, b: 2 }],
  ],
  [
    "a default of a bigint",
    "record P { b: 64-bit integer = 5 }: STRUCT",
    () => z.object({ b: z.bigint().default(5n) }).meta(named),
    [{}],
  ],
  [
    "a default with a date inside",
    "record P { o: record PO }: STRUCT",
    () => z.object({ o: z.object({ d: z.date() }).default({ d: day }) }).meta(named),
    [{}, { o: { d: day } }],
  ],
  [
    "unknown keys, which zod leaves out",
    "record P { a: integer }: STRUCT",
    () => z.object({ a: z.int() }).meta(named),
    [{ a: 1, b: 2 }],
  ],
  [
    "z.catchall",
    "refused: a record with more fields than it names",
    () => z.object({ a: z.int() }).catchall(z.string()).meta(named),
    [{ a: 1 }],
  ],
  ["z.stringbool", "string: STRING", () => z.stringbool(), ["yes", "no"]],
  ["z.preprocess", "float: FLOAT", () => z.preprocess(Number, z.number()), ["5"]],
  ["a change that is never done", "string: STRING", () => z.string().overwrite((s) => `${s}!`), ["a"]],
  [
    "a pipe",
    "refused: it takes string and gives float, but a value of a Flyte type has one form.",
    () => z.string().pipe(z.coerce.number()),
    ["5"],
  ],
  [
    "int or bigint",
    "refused: integer or 64-bit integer, which are one type in Flyte",
    () => z.union([z.int(), z.bigint()]),
    [1],
  ],
  [
    "undefined in a union",
    "record P { a: optional string }: STRUCT",
    () => z.object({ a: z.union([z.string(), z.undefined()]) }).meta(named),
    [{ a: undefined }, { a: "x" }],
  ],
  [
    "unions in a union",
    "optional: union of INTEGER, STRING, BOOLEAN, NONE",
    () => z.union([z.union([z.int(), z.string()]), z.boolean(), z.null()]),
    [1, "a", true, null],
  ],
  [
    "dates, strings and null",
    "list of: list of union of DATETIME, STRING, NONE",
    () => z.array(z.union([z.date(), z.string(), z.null()])),
    [[day, "a", null]],
  ],
  [
    "a map with null",
    "map of optional integer: map of union of INTEGER, NONE",
    () => z.record(z.string(), z.int().nullable()),
    [{ a: null, b: 1 }],
  ],
  [
    "__proto__ as a key",
    "map of integer: map of INTEGER",
    () => z.record(z.string(), z.int()),
    [JSON.parse('{"__proto__":1}')],
  ],
  ["half a surrogate pair", "string: STRING", () => z.string(), ["\ud800"]],
  [
    "v.exactOptional",
    "record P { a: optional string }: STRUCT",
    () => wrap(v.pipe(v.object({ a: v.exactOptional(v.string()) }), v.title("P"))),
    [{}, { a: "x" }],
  ],
  [
    "v.undefinedable",
    "record P { a: optional string }: STRUCT",
    () => wrap(v.pipe(v.object({ a: v.undefinedable(v.string()) }), v.title("P"))),
    [{ a: undefined }, { a: "x" }],
  ],
  ["v.fallback", "string: STRING", () => wrap(v.fallback(v.string(), "x")), [5, undefined]],
  [
    "valibot without its wrapper",
    "refused: it does not say which values it takes: it has no JSON Schema.",
    () => v.string(),
    ["a"],
  ],
  [
    "a morph in a record",
    "refused: it takes string and gives float, but a value of a Flyte type has one form.",
    () => type({ a: "string.numeric.parse" }).configure(named),
    [{ a: "5" }],
  ],
  [
    "arktype, which leaves keys out",
    "record P { a: float }: STRUCT",
    () => type({ "+": "delete", a: "number" }).configure(named),
    [{ a: 1, b: 2 }],
  ],
  [
    "a default of a bigint in arktype",
    "record P { b: 64-bit integer = 5 }: STRUCT",
    () => type({ b: "bigint = 5n" }).configure(named),
    [{}],
  ],
  [
    "a tagged struct",
    'record T { _tag: one of the constants "T", a: integer }: STRUCT',
    () => Schema.toStandardSchemaV1(Schema.TaggedStruct("T", { a: Schema.Int }).annotate({ title: "T" })),
    [{ _tag: "T", a: 1 }],
  ],
  [
    "Schema.NumberFromString",
    "string: STRING",
    () => Schema.toStandardSchemaV1(Schema.NumberFromString),
    ["5"],
  ],
  ["Schema.Duration", "refused: the schema Duration", () => Schema.toStandardSchemaV1(Schema.Duration), []],
];

/** The constructs, with what each becomes. */
export const rarer: readonly (readonly [as: string, becomes: string, written: Written])[] = rows.map(
  ([as, becomes, schema, samples]) => [as, becomes, { as, schema, samples }],
);
