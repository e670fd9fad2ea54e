import { describe, expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import {
  BINARY,
  blob,
  BOOLEAN,
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
  STRUCT,
  tag,
  union,
  UNTYPED,
} from "../../test/support/types.js";
import { t } from "../makers/t.js";
import { describeLiteralType } from "./describe-type.js";
import { simpleType } from "./literal-type.js";

describe("describeLiteralType", () => {
  it.each([
    [NONE, "none"],
    [FLOAT, "float"],
    [BINARY, "binary"],
    [simpleType(8), "Flyte error"],
    [simpleType(42 as 1), "type 42"],
    [UNTYPED, "no type"],
    [list(INT), "list of integer"],
    [map(list(STRING)), "map of list of string"],
    [optional(INT), "optional integer"],
    [union(NONE, list(INT)), "optional list of integer"],
    [union(INT, STRING), "integer or string"],
    [union(INT, NONE, STRING), "optional (integer or string)"],
    [list(union(INT, STRING)), "list of (integer or string)"],
    [list(optional(INT)), "list of optional integer"],
    [union(), "union of nothing"],
    [union(NONE), "none"],
    [tag(INT, "x"), "integer"],
    [enumOf("a", 'b"c'), 'enum("a", "b\\"c")'],
    [enumOf(), "enum()"],
    [recordOf("Person", true), "record Person"],
    [recordWith({ type: "object" }), "record"],
    [STRUCT, "record without a schema"],
    [blob("csv"), "file (csv)"],
    [blob("", true), "directory"],
    [schemaOf({ a: "INTEGER" }), "schema (a: integer)"],
    [schemaOf(), "schema"],
    [
      dataset("parquet", { a: INT, b: list(BOOLEAN) }),
      "structured dataset (parquet; a: integer, b: list of boolean)",
    ],
    [dataset("", { a: undefined }), "structured dataset (a: no type)"],
  ])("has words for %o", (type, words) => {
    expect(describeLiteralType(type)).toBe(words);
  });

  it("has those of our own types", () => {
    for (const type of [
      ...[t.int(), t.float(), t.string(), t.boolean(), t.none(), t.list(t.int()), t.map(t.list(t.string()))],
      ...[t.optional(t.float()), t.struct("Person", { name: t.string() })],
    ]) {
      const { literalType, words } = transformerOf(type);
      expect(describeLiteralType(literalType)).toBe(words);
    }
  });

  it("stays short", () => {
    let deep = INT;
    for (let i = 0; i < 100; i += 1) deep = union(list(deep), map(deep), dataset("", { a: deep, b: deep }));
    const wide = enumOf(...Array.from({ length: 100 }, (_, i) => `${i}`.repeat(1000)));
    expect(describeLiteralType(list(list(list(list(list(INT))))))).toBe(
      "list of list of list of list of list of ...",
    );
    expect(describeLiteralType(deep).length).toBeLessThan(10_000);
    expect(describeLiteralType(wide).length).toBeLessThan(500);
    expect(describeLiteralType(enumOf("a", "b", "c", "d", "e", "f"))).toBe(
      'enum("a", "b", "c", "d", "e", ...)',
    );
    expect(describeLiteralType(recordOf("😀".repeat(100), {}))).toBe(`record ${"😀".repeat(60)}...`);
  });
});
