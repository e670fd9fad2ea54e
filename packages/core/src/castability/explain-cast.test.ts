import type * as idl from "@flytekit-ts/models/core";
import { expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import {
  blob,
  dataset,
  enumOf,
  FLOAT,
  INT,
  list,
  map,
  NONE,
  optional,
  recordOf,
  recordWith,
  schemaOf,
  STRING,
  tag,
  union,
} from "../../test/support/types.js";
import { t } from "../makers/t.js";
import type { Shape } from "../types/infer.js";
import { castability } from "./castability.js";
import { explainCast } from "./explain-cast.js";

const record = (name: string, fields: Shape): idl.LiteralType =>
  transformerOf(t.struct(name, fields)).literalType;
const address = (zip: Shape[string]): ReturnType<typeof t.struct> => t.struct("Address", { zip });
const tree = (title: string): idl.LiteralType =>
  recordWith({ title, type: "object", properties: { children: { type: "array", items: { $ref: "#" } } } });

const casts: readonly (readonly [from: idl.LiteralType, to: idl.LiteralType])[] = [
  [INT, FLOAT],
  [STRING, transformerOf(t.datetime()).literalType],
  [NONE, INT],
  [enumOf("a", "b"), enumOf("b", "a")],
  [tag(STRING, "path"), STRING],
  [list(INT), list(FLOAT)],
  [list(INT), map(INT)],
  [map(list(STRING)), map(list(INT))],
  [optional(INT), INT],
  [INT, optional(FLOAT)],
  [union(INT, STRING), union(INT, NONE)],
  [STRING, union(enumOf("a"), STRING)],
  [NONE, optional(dataset(""))],
  [blob("csv"), blob("parquet")],
  [dataset("csv"), dataset("parquet")],
  [dataset("", { a: INT }), dataset("", { a: FLOAT })],
  [schemaOf({ a: "INTEGER" }), dataset("", { b: INT })],
  [record("Person", { age: t.int() }), record("Employee", { age: t.int(), boss: t.string() })],
  [record("Person", { age: t.int().default(1) }), record("Person", { age: t.int() })],
  [record("Person", { age: t.int() }), record("Person", { age: t.float() })],
  [record("A", { home: address(t.string()) }), record("B", { home: address(t.int()) })],
  [list(record("A", { tags: t.list(t.int()) })), list(record("A", { tags: t.list(t.string()) }))],
  [record("A", { home: t.optional(address(t.int())) }), record("B", { home: t.optional(address(t.int())) })],
  [record("A", { wait: t.duration() }), record("B", { wait: t.duration() })],
  [record("A", { at: t.datetime() }), record("B", { at: t.string() })],
  [record("A", { n: t.optional(t.int()) }), record("B", { n: t.int() })],
  [record("A", { n: t.int() }), map(INT)],
  [optional(record("A", { n: t.int() })), optional(record("B", { n: t.string() }))],
  [recordOf("A", { type: "string" }), recordOf("B", { type: "string", maxLength: 5 })],
  [recordOf("A", { type: "string", enum: ["a", "b"] }), recordOf("B", { type: "string", enum: ["a"] })],
  [recordOf("A", {}), recordOf("B", {}, { $schema: "https://json-schema.org/draft/2020-12/schema" })],
  [recordOf("A", { type: "string" }), recordOf("B", { type: "string", pattern: "^a" })],
  [tree("Tree"), tree("Node")],
];

it("explainCast says in one sentence what is wrong", () => {
  expect(casts.map(([from, to]) => explainCast(from, to)).join("\n")).toMatchInlineSnapshot(`
    "integer is not float: a task has to convert it
    string is not datetime: a task has to convert it
    none is not integer
    enum("a", "b") is not enum("b", "a"), since the order of the values matters
    string has the tag "path", but none is wanted: a task has to convert it
    list of integer does not fit list of float: in an element, integer is not float
    list of integer is not map of integer
    map of list of string does not fit map of list of integer: in an element of a value, string is not integer
    optional integer is not integer, since it may be none
    integer is not optional float
    integer or string is not optional integer, since it may be string
    string fits both enum("a") and string, and the backend cannot tell which is meant
    none fits both structured dataset and none, and the backend cannot tell which is meant
    file (csv) is not file (parquet)
    structured dataset (csv) is not structured dataset (parquet), since one is stored as csv and the other as parquet
    structured dataset (a: integer) does not fit structured dataset (a: float): in column a, integer is not float
    schema (a: integer) is not structured dataset (b: integer), since column b is missing
    record Person does not fit record Employee: field boss is missing
    record Person does not fit another record Person: field age may be missing
    record Person does not fit another record Person: in field age, integer is not float
    record A does not fit record B: in field zip of field home, string is not integer
    list of record A does not fit another list of record A: in an element of field tags of an element, integer is not string
    record A does not fit record B: in field home, the backend cannot compare record Address inside an optional or a union (because of its additionalProperties), so only an equal schema fits
    record A does not fit record B: the backend does not understand the format "time-delta" in the schema of record A, so only an equal schema fits
    record A does not fit record B: in field at, datetime is not string
    record A does not fit record B: field n may be missing
    record A is not map of integer
    optional record A does not fit optional record B: in field n of variant record A, integer is not string
    record A does not fit record B: in field v, it has no maxLength, but maxLength 5 is wanted
    record A does not fit record B: in field v, it may be "b", which the other does not allow
    record A does not fit record B: the backend does not understand the $schema "https://json-schema.org/draft/2020-12/schema" in the schema of record B, so only an equal schema fits
    comparing record A with record B crashes the backend: in field v, the pattern "^a" is wanted, but the other side has no pattern
    comparing record Tree with record Node crashes the backend: in field children of an element of field children, both contain themselves, so comparing them never ends"
  `);
});

it("explainCast says something wherever there is something wrong, and nothing elsewhere", () => {
  for (const [from, to] of casts) {
    expect(castability(from, to)).not.toBe("castable");
    expect(explainCast(from, to)).toMatch(/^\S.{10,}[^.]$/);
    expect(explainCast(from, from)).toBeUndefined();
  }
});

it("explainCast shortens a long way in", () => {
  let [from, to] = [INT, FLOAT];
  for (let i = 0; i < 10; i += 1) [from, to] = [list(from), list(to)];
  expect(explainCast(dataset("", { a: from }), dataset("", { a: to }))).toMatch(
    /: in an element of an element of \.\.\. of an element of column a, integer is not float$/,
  );
});
