import { readFileSync } from "node:fs";
import { t, type TypeLike } from "@flytekit-ts/core";
import { decodeLiteral } from "@flytekit-ts/core/literals";
import { literalTypeOf, resolveType, simpleType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { typeOf } from "./type-of.js";

// Made by flytekit 1.16: a type, a literal of it, and the value in it as JSON.
const FROM_FLYTEKIT = JSON.parse(
  readFileSync(new URL("../../../test/data/flytekit-values.json", import.meta.url), "utf8"),
) as readonly {
  readonly name: string;
  readonly type: string;
  readonly literal: string;
  readonly given: unknown;
}[];

const transformerOf = (type: TypeLike) => resolveType(type, "x").transformer;

/** A value of a declared type, sent by its literal type alone and received so. */
function roundTrip(
  declared: TypeLike,
  value: unknown,
): { readonly sent: idl.Literal; readonly received: unknown } {
  const { literalType } = transformerOf(declared);
  const sent = transformerOf(typeOf(literalType, "given")).toLiteral(value);
  return { sent, received: decodeLiteral(transformerOf(typeOf(literalType, "received")), sent) };
}

describe("typeOf", () => {
  const now = new Date("2026-01-02T03:04:05.678Z");
  it.each<[TypeLike, unknown]>([
    [t.int(), 3],
    [t.int(), -(2n ** 63n)],
    [t.float(), 1.5],
    [t.string(), "ä"],
    [t.boolean(), false],
    [t.datetime(), now],
    [t.duration(), 1500],
    [t.none(), undefined],
    [t.list(t.list(t.int())), [[1], []]],
    [t.map(t.string()), { a: "b" }],
    [t.enum(["red", "green"]), "green"],
    [t.optional(t.int()), undefined],
    [t.optional(t.int()), 3],
    [t.union([t.int(), t.string()]), "x"],
    [t.union([t.int(), t.string(), t.none()]), 3],
    [t.json(), { a: 1, b: ["c"] }],
    [t.struct("Tree", { kind: t.string(), rings: t.int() }), { kind: "oak", rings: 7 }],
  ])("takes and gives values of %o", (declared, value) => {
    const { received } = roundTrip(declared, value);
    expect(received).toEqual(value);
  });

  it("makes the literals that the declared types make", () => {
    for (const [declared, value] of [
      [t.struct("Tree", { kind: t.string(), rings: t.float() }), { kind: "oak", rings: 7 }],
      [t.union([t.int(), t.string()]), 3],
      [t.optional(t.list(t.int())), [1]],
    ] as const) {
      expect(roundTrip(declared, value).sent).toEqual(transformerOf(declared).toLiteral(value));
    }
  });

  it.each<[TypeLike, unknown]>([
    [t.int(), 1.5],
    [t.int(), "3"],
    [t.int(), 2n ** 63n],
    [t.float(), "1"],
    [t.string(), 1],
    [t.boolean(), 0],
    [t.datetime(), "2026-01-01"],
    [t.list(t.int()), [1, "2"]],
    [t.map(t.int()), new Map()],
    [t.enum(["red"]), "blue"],
    [t.union([t.int(), t.string()]), true],
    [t.struct("Tree", { kind: t.string(), rings: t.int() }), { kind: "oak" }],
    [t.struct("Tree", { kind: t.string(), rings: t.int() }), { kind: "oak", rings: "7" }],
  ])("refuses for %o the value %o", (declared, value) => {
    const given = transformerOf(typeOf(transformerOf(declared).literalType, "given"));
    expect(() => given.toLiteral(value)).toThrow(expect.objectContaining({ code: "VALUE_TYPE_MISMATCH" }));
  });

  it.each(["", "parquet"])("takes datasets of the format %j", (format) => {
    const { literalType } = transformerOf(format === "" ? t.dataset() : t.dataset({ format }));
    const given = transformerOf(typeOf(literalType, "given"));
    expect(given.toLiteral("s3://b/table")).toEqual(
      transformerOf(format === "" ? t.dataset() : t.dataset({ format })).toLiteral("s3://b/table"),
    );
  });

  it("loses nothing of a received record", () => {
    const { literalType } = transformerOf(t.struct("Tree", { rings: t.int() }));
    const literal = transformerOf(t.json({ exact: true })).toLiteral({ rings: 2n ** 60n, more: "kept" });
    const received = decodeLiteral(transformerOf(typeOf(literalType, "received")), literal);
    expect(received).toEqual({ rings: 2n ** 60n, more: "kept" });
  });

  it.each([
    literalTypeOf({ $case: "schema", value: { columns: [] } }),
    simpleType(7),
    { type: undefined, metadata: undefined, annotation: undefined, structure: undefined },
  ])("leaves literals of other types as they are", (literalType) => {
    const literal = transformerOf(t.int()).toLiteral(1);
    const given = transformerOf(typeOf(literalType, "given"));
    expect(given.toLiteral(literal)).toEqual(literal);
    expect(given.fromLiteral(literal)).toEqual(literal);
    expect(() => given.toLiteral(1)).toThrow(expect.objectContaining({ code: "VALUE_TYPE_MISMATCH" }));
  });

  it("checks records with files, which are given by their paths", () => {
    const declared = t.struct("Sheet", { rows: t.int(), file: t.optional(t.file()), all: t.directory() });
    const given = transformerOf(typeOf(transformerOf(declared).literalType, "given"));
    const value = { rows: 1, file: { path: "s3://b/x" }, all: { path: "s3://b/y" } };
    expect(decodeLiteral(transformerOf(declared), given.toLiteral(value))).toMatchObject({
      rows: 1,
      file: { uri: "s3://b/x" },
      all: { uri: "s3://b/y" },
    });
    expect(() => given.toLiteral({ ...value, rows: "1" })).toThrow(
      expect.objectContaining({ code: "VALUE_TYPE_MISMATCH" }),
    );
  });

  it("leaves out of a record what is left out", () => {
    const { literalType } = transformerOf(
      t.schema({
        type: "object",
        title: "Bed",
        properties: { a: { type: "string" }, b: { type: "array", items: { type: "number" } } },
      }),
    );
    const given = transformerOf(typeOf(literalType, "given"));
    const sent = given.toLiteral({ b: [1, 2.5] });
    expect(decodeLiteral(transformerOf(t.json()), sent)).toEqual({ b: [1, 2.5] });
    expect(() => given.toLiteral({ b: ["1"] })).toThrow(
      expect.objectContaining({ code: "VALUE_TYPE_MISMATCH" }),
    );
  });

  it.each(FROM_FLYTEKIT)("takes and gives values of flytekit: $name", ({ type, literal, given }) => {
    const literalType = LiteralType.decode(Buffer.from(type, "base64"));
    const sent = Literal.decode(Buffer.from(literal, "base64"));
    const received = transformerOf(typeOf(literalType, "received"));
    const whole = decodeLiteral(received, sent);
    expect(JSON.parse(JSON.stringify({ whole }))).toMatchObject(given === null ? {} : { whole: given });
    const made = transformerOf(typeOf(literalType, "given")).toLiteral(given);
    const text = JSON.stringify({ made: decodeLiteral(received, made) });
    expect(JSON.parse(text)).toMatchObject(given === null ? {} : { made: given });
    expect(text).not.toContain("null");
    // A variant of a union is told by the type and the tag that flytekit has for it.
    expect(unionType(made)).toEqual(unionType(sent));
  });
});

function unionType({ value }: Literal): unknown {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  return scalar?.$case === "union" ? scalar.value.type : undefined;
}
