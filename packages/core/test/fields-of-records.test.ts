/**
 * Records of one field, of each kind and with each kind of default, as flytekit 1.16.31 writes them for dataclasses:
 * `type` is the LiteralType (base64), `hex` the MessagePack of the value in `given`.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { t } from "../src/entries/index.js";
import type { TypeLike } from "../src/types/infer.js";
import { fromLiteral, hexOf, packed, transformerOf } from "./support/convert.js";

interface Row {
  readonly id: string;
  readonly type: string;
  readonly hex: string;
}
const file = join(dirname(fileURLToPath(import.meta.url)), "data/fields-of-records.jsonl");
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

const inner = t.struct("In", { x: t.int(), s: t.string().default("q") });
const other = t.struct("In2", { y: t.float() });
const color = t.enum(["red", "blue"]);
const scalar = t.union([t.int(), t.string()]);
const day = new Date("2024-01-02");
const time = new Date("2024-01-02T03:04:05.006Z");
const bytes = new Uint8Array([97, 98]);
const DAY = 86_400_000;

// What is named `x=` has a default.
const given: { readonly [id: string]: readonly [type: TypeLike, value: unknown] } = {
  int: [t.int(), 5],
  "int=": [t.int().default(7), 5],
  float: [t.float(), 1],
  "float=": [t.float().default(1), 2.5],
  "str=": [t.string().default("x"), "a"],
  "bool=": [t.boolean().default(false), true],
  datetime: [t.datetime(), time],
  "datetime=": [t.datetime().default(time), day],
  date: [t.date(), "2024-01-02"],
  "date=": [t.date().default("2020-02-03"), "2024-01-02"],
  timedelta: [t.duration(), 90_000.005],
  "timedelta=": [t.duration().default(1500), -DAY],
  enum: [color, "red"],
  "enum=": [color.default("blue"), "red"],
  choice: [t.literal(["a", "b"]), "a"],
  choice1: [t.literal(["a"]), "a"],
  "choice=": [t.literal(["a", "b"]).default("b"), "a"],
  choiceint: [t.literal([1, 2]), 1],
  choicebool: [t.literal([true]), true],
  "opt=none": [t.optional(t.int()), undefined],
  "opt=5": [t.optional(t.int()).default(5), 3],
  "optdt=none": [t.optional(t.datetime()), undefined],
  "optdt=": [t.optional(t.datetime()).default(day), day],
  "optenum=": [t.optional(color).default("blue"), "red"],
  "opttd=": [t.optional(t.duration()).default(DAY), DAY],
  "optrec=none": [t.optional(inner), { x: 3 }],
  "optrec=": [t.optional(inner).default({ x: 4, s: "q" }), { x: 3 }],
  union: [scalar, "a"],
  "union=1": [scalar.default(1), "a"],
  "union=a": [scalar.default("a"), 1],
  "union3=none": [t.optional(scalar), undefined],
  urec: [t.union([inner, other]), { y: 1 }],
  "urec=": [t.union([inner, other]).default({ x: 1, s: "q" }), { y: 1 }],
  list: [t.list(t.int()), [1, 2]],
  "list=": [t.list(t.int()).default([1]), []],
  llrec: [t.list(t.list(inner)), [[{ x: 1 }]]],
  dict: [t.map(t.int()), { a: 1 }],
  "dict=": [t.map(t.int()).default({}), {}],
  dictint: [t.map(t.float(), { keys: t.int() }), new Map([[1, 2]])],
  dictfloat: [t.map(t.string(), { keys: t.float() }), new Map([[1, "a"]])],
  dictbool: [t.map(t.string(), { keys: t.boolean() }), new Map([[true, "a"]])],
  untyped: [t.json(), { a: 1, b: 1.5 }],
  "untyped=": [t.json().default({}), { a: 1 }],
  rec: [inner, { x: 2, s: "z" }],
  "rec=": [inner.default({ x: 7, s: "q" }), { x: 2 }],
  bytes: [t.binary(), bytes],
  "bytes=": [t.binary().default(bytes), bytes],
  "none=none": [t.none(), undefined],
  file: [t.file(), "s3://a/b"],
  "file=": [t.file().default("s3://c/d"), "s3://a/b"],
  filecsv: [t.file("csv"), "s3://a/b.csv"],
  dir: [t.directory(), "s3://a/d"],
  "optfile=none": [t.optional(t.file()), undefined],
  listfile: [t.list(t.file()), ["s3://a/b"]],
  "optsd=none": [t.optional(t.dataset()), undefined],
  listopt: [t.list(t.optional(t.int())), [1, null]],
  dictunion: [t.map(t.union([t.int(), inner])), { a: 1, b: { x: 2 } }],
  listdate: [t.list(t.date()), ["2024-01-02"]],
  listenum: [t.list(color), ["red"]],
  dicttd: [t.map(t.duration()), { a: DAY }],
  listdt: [t.list(t.datetime()), [new Date("2024-01-02T03:00Z")]],
  "optlist=none": [t.optional(t.list(inner)), [{ x: 1 }]],
  "optdict=none": [t.optional(t.map(t.int())), { a: 1 }],
  "optuntyped=none": [t.optional(t.json()), { a: 1 }],
};

describe("a field of a record, as of a dataclass", () => {
  it("is known for each row", () => {
    expect(Object.keys(given).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  });

  it.each(rows.map((row) => [row.id, row] as const))("%s", (id, row) => {
    const [field, value] = given[id] ?? [t.none(), undefined];
    const type = t.struct("R", { f: field });
    const { literalType } = transformerOf(type);
    expect(idl.LiteralType.decode(idl.LiteralType.encode(literalType).finish())).toEqual(
      idl.LiteralType.decode(Buffer.from(row.type, "base64")),
    );
    const literal = transformerOf(type).toLiteral({ f: value });
    expect(hexOf(literal)).toBe(row.hex);
    expect(transformerOf(type).toLiteral(fromLiteral(type, packed(row.hex)))).toEqual(literal);
  });
});
