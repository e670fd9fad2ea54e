import { readFileSync } from "node:fs";

import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { t } from "../src/makers/t.js";
import type { TypeLike } from "../src/types/infer.js";
import { fromLiteral, hexOf, toLiteral, transformerOf } from "./support/convert.js";

interface Row {
  readonly type: string;
  readonly value: unknown;
  readonly literal_type_pb: string;
  readonly literal_pb: string;
  readonly msgpack: string;
}

const point = t.struct("Point", { x: t.int(), y: t.float() });
const line = t.struct("Line", {
  name: t.string(),
  ends: t.list(point),
  by_name: t.map(point),
  note: t.optional(t.string()),
  done: t.boolean().default(false),
  tags: t.list(t.string()).default([]),
});

// flytekit's types that have a counterpart here; general unions and untyped dicts have none.
const types: { readonly [type: string]: TypeLike } = {
  int: t.int({ bigint: true }),
  float: t.float(),
  str: t.string(),
  bool: t.boolean(),
  datetime: t.datetime({ exact: true }),
  duration: t.duration(),
  none: t.none(),
  enum: t.enum(["red", "green"]),
  "list[int]": t.list(t.int()),
  "list[list[str]]": t.list(t.list(t.string())),
  "dict[str,int]": t.map(t.int()),
  "dict[str,list[float]]": t.map(t.list(t.float())),
  "optional[int]": t.optional(t.int()),
  "optional[list[int]]": t.optional(t.list(t.int())),
  "list[record]": t.list(point),
  "optional[record]": t.optional(point),
};

// The JSON of some values is not the value.
const readers: { readonly [type: string]: (json: never) => unknown } = {
  int: (json: number | string) => BigInt(json),
  float: (json) => json,
  datetime: (json: string) => {
    const milliseconds = Date.parse(json);
    const micros = Number(/\.(\d{6})/.exec(json)?.[1] ?? 0);
    return { seconds: BigInt(Math.floor(milliseconds / 1000)), nanos: micros * 1000 };
  },
  duration: (json: number) => json * 1000,
  none: () => undefined,
  "optional[int]": (json: number | null) => json ?? undefined,
};

const rows = JSON.parse(
  readFileSync(new URL("data/literals.json", import.meta.url), "utf8"),
) as readonly Row[];
const ours = rows.flatMap((row) => {
  const record = typeof row.value === "object" && row.value !== null && "x" in row.value ? point : line;
  const type = row.type === "record" ? record : types[row.type];
  if (type === undefined) return [];
  const value = readers[row.type]?.(row.value as never) ?? row.value;
  return [{ ...row, name: `${row.type} ${JSON.stringify(row.value)}`, of: type, value: value ?? undefined }];
});

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

describe("literals of flytekit", () => {
  it("have a type here, but for general unions and untyped dicts", () => {
    const missing = rows.map(({ type }) => type).filter((type) => type !== "record" && !(type in types));
    expect([...new Set(missing)]).toEqual([
      "union[int,str]",
      "union[float,bool,str]",
      "list[union[int,str]]",
      "dict",
    ]);
    expect(ours).toHaveLength(38);
  });

  it.each(ours)("have the literal type of $name", ({ of, literal_type_pb }) => {
    const type = idl.LiteralType.decode(idl.LiteralType.encode(transformerOf(of).literalType).finish());
    expect(type).toEqual(idl.LiteralType.decode(bytes(literal_type_pb)));
  });

  it.each(ours)("are what we write for $name", ({ of, value, literal_pb }) => {
    expect(toLiteral(of, value)).toEqual(idl.Literal.decode(bytes(literal_pb)));
  });

  it.each(ours.filter(({ msgpack }) => msgpack !== ""))(
    "have our bytes for $name",
    ({ of, value, msgpack }) => {
      expect(hexOf(toLiteral(of, value))).toBe(msgpack);
    },
  );

  it.each(ours)("are read as $name", ({ of, value, literal_pb }) => {
    expect(fromLiteral(of, idl.Literal.decode(bytes(literal_pb)))).toEqual(withoutNulls(value));
  });
});

// None comes out as undefined.
function withoutNulls(value: unknown): unknown {
  const isRecord = typeof value === "object" && value !== null && "note" in value;
  return isRecord ? { ...value, note: value.note ?? undefined } : value;
}
