import { describe, expect, it } from "vitest";

import { toLiteral, transformerOf } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "../types/infer.js";
import { nestingOfLiteral, nestingOfType } from "./nesting.js";

const record = t.struct("R", { a: t.int(), b: t.optional(t.list(t.int())) });
const cases: readonly (readonly [string, TypeLike, unknown])[] = [
  ["int", t.int(), 1],
  ["datetime", t.datetime(), new Date(0)],
  ["date", t.date(), "2024-05-31"],
  ["enum", t.enum(["a"]), "a"],
  ["choice", t.literal(["a"]), "a"],
  ["bytes", t.binary(), new Uint8Array(1)],
  ["json", t.json(), { a: { b: [] } }],
  ["keyed map", t.map(t.list(t.list(t.int())), { keys: t.int() }), new Map([[1, [[1]]]])],
  ["list", t.list(t.list(t.int())), [[1]]],
  ["map", t.map(t.map(t.int())), { a: { b: 1 } }],
  ["optional", t.list(t.optional(t.list(t.int()))), [[1], null]],
  ["record", record, { a: 1, b: [2] }],
  [
    "records",
    t.list(t.struct("S", { r: record, rs: t.map(record) })),
    [{ r: { a: 1 }, rs: { x: { a: 1 } } }],
  ],
  ["dataset", t.dataset({ columns: { a: t.list(t.list(t.list(t.int()))) } }), "s3://b/x"],
  ["file", t.file("csv"), "s3://b/x"],
  ["annotated", t.int().annotate({ a: { b: { c: [1, [2]] } } }), 1],
];

describe("nesting", () => {
  it.each(cases)("is no more than the type %s declares", (_, type, value) => {
    const { depth = 0, literalType } = transformerOf(type);
    expect(nestingOfType(literalType)).toBeLessThanOrEqual(depth);
    expect(nestingOfLiteral(toLiteral(type, value))).toBeLessThanOrEqual(depth);
  });

  it("is nothing for scalars, and counts what contains them", () => {
    expect(nestingOfType(transformerOf(t.int()).literalType)).toBe(0);
    expect(nestingOfLiteral(toLiteral(t.datetime(), new Date(0)))).toBe(0);
    expect(nestingOfLiteral(toLiteral(t.list(t.list(t.datetime())), [[new Date(0)]]))).toBe(4);
    expect(nestingOfLiteral(toLiteral(t.map(t.map(t.datetime())), { a: { b: new Date(0) } }))).toBe(6);
  });
});
