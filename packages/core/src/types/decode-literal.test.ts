import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  inUnion,
  packed,
  primitive,
  struct,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { literalOf, msgpackLiteral, scalarLiteral } from "../literals/literal.js";
import { MsgpackWriter } from "../literals/msgpack-writer.js";
import { deriveType } from "../makers/derive-type.js";
import { resolveAttributePath } from "./attribute-path.js";
import { t } from "../makers/t.js";
import type { TypeLike } from "./infer.js";

const record = t.struct("R", { x: t.int() });
// A value of each type that a record can hold.
const cases: readonly (readonly [string, TypeLike, unknown])[] = [
  ["int", t.int(), 5],
  ["bigint", t.int({ bigint: true }), 2n ** 60n],
  ["float", t.float(), 1],
  ["string", t.string(), "é"],
  ["boolean", t.boolean(), true],
  ["datetime", t.datetime(), new Date(-1)],
  ["exact datetime", t.datetime({ exact: true }), { seconds: -1n, nanos: 1000 }],
  ["duration", t.duration(), -1.5],
  ["exact duration", t.duration({ exact: true }), 1000n],
  ["none", t.none(), undefined],
  ["enum", t.enum(["a"]), "a"],
  ["list", t.list(t.int()), [1]],
  ["map", t.map(t.int()), { a: 1 }],
  ["optional", t.optional(t.int()), 5],
  ["absent optional", t.optional(t.int()), undefined],
  ["record", record, { x: 1 }],
];

describe("decodeLiteral", () => {
  it.each(cases)("reads MessagePack for %s: an attribute path gives it", (_what, type, value) => {
    const writer = new MsgpackWriter();
    transformerOf(type).write(value, writer);
    expect(fromLiteral(type, msgpackLiteral(writer.finish()))).toEqual(value);
  });

  it.each(cases)("reads a union for %s: an optional output gives it", (_what, type, value) => {
    const literal = toLiteral(type, value);
    expect(fromLiteral(type, inUnion(literal))).toEqual(value);
    expect(fromLiteral(type, inUnion(inUnion(literal)))).toEqual(value);
  });

  it.each(cases)("reads what an optional of %s wrote, and the other way round", (_what, type, value) => {
    expect(fromLiteral(t.optional(type), toLiteral(type, value))).toEqual(value);
    if (value !== undefined) expect(fromLiteral(type, toLiteral(t.optional(type), value))).toEqual(value);
  });

  it.each(cases)("refuses bytes of another format for %s", (_what, type) => {
    const other = scalarLiteral({ $case: "binary", value: { value: new Uint8Array([0xc0]), tag: "pickle" } });
    expect(refusal(() => fromLiteral(type, other))).toMatch(
      /^VALUE_TYPE_MISMATCH: .* but was a binary literal/,
    );
  });

  it.each(cases)("refuses a literal that says nothing for %s", (what, type) => {
    const empty = { value: undefined, hash: "", metadata: new Map() };
    if (what.endsWith("optional")) expect(fromLiteral(type, empty)).toBeUndefined();
    else expect(refusal(() => fromLiteral(type, empty))).toMatch(/but was an empty literal/);
    expect(
      refusal(() =>
        fromLiteral(type, scalarLiteral({ $case: "union", value: { value: undefined, type: undefined } })),
      ),
    ).toMatch(/a union literal/);
  });

  it("reads a value in any number of unions", () => {
    let literal = toLiteral(t.int(), 5);
    for (let i = 0; i < 100_000; i += 1) literal = inUnion(literal);
    expect(fromLiteral(t.int(), literal)).toBe(5);
    expect(fromLiteral(t.optional(t.int()), literal)).toBe(5);
    expect(fromLiteral(t.union([t.string(), t.int()]), literal)).toBe(5);
  });

  it("refuses bytes that follow the value", () => {
    expect(refusal(() => fromLiteral(t.int(), packed("01 02")))).toMatch(
      /^MSGPACK_MALFORMED: .* bytes follow the value/,
    );
  });

  it("refuses a literal that was stored apart", () => {
    const offloaded = literalOf({
      $case: "offloadedMetadata",
      value: { uri: "s3://bucket/x.pb", sizeBytes: 1n, inferredType: undefined },
    });
    expect(refusal(() => fromLiteral(t.int(), offloaded))).toBe(
      "LITERAL_OFFLOADED: The value of a literal is stored separately, at s3://bucket/x.pb, and decoding does not fetch it.",
    );
    const list = literalOf({ $case: "collection", value: { literals: [offloaded] } });
    expect(refusal(() => fromLiteral(t.list(t.int()), list))).toMatch(/^LITERAL_OFFLOADED/);
  });

  it("takes no Struct for a scalar", () => {
    expect(refusal(() => fromLiteral(t.string(), struct({ a: 1 })))).toMatch(
      /should be string, but was a MessagePack map/,
    );
  });

  it("does not cast", () => {
    expect(refusal(() => fromLiteral(t.string(), primitive({ $case: "integer", value: 1n })))).toMatch(
      /should be string/,
    );
    expect(refusal(() => fromLiteral(t.int(), primitive({ $case: "floatValue", value: 1.5 })))).toMatch(
      /should be integer, but was the float 1\.5/,
    );
    expect(
      refusal(() => fromLiteral(t.datetime(), primitive({ $case: "stringValue", value: "soon" }))),
    ).toMatch(/should be datetime .* but was a string literal/);
    expect(
      refusal(() => fromLiteral(t.boolean(), primitive({ $case: "stringValue", value: "true" }))),
    ).toMatch(/should be boolean/);
  });

  it.each([
    ["a datetime", t.datetime(), new Date("2024-05-01T12:00:00.250Z")],
    ["an exact datetime", t.datetime({ exact: true }), { seconds: 5n, nanos: 1000 }],
    ["a duration", t.duration(), 1500],
    ["an exact duration", t.duration({ exact: true }), -1_500_000n],
    ["an optional datetime", t.optional(t.datetime()), new Date(0)],
    ["no datetime", t.optional(t.datetime()), undefined],
    ["an int", t.int(), -3],
    ["a float", t.float(), 2],
    ["an enum", t.enum(["a", "b"]), "b"],
    [
      "a type of the author's own",
      deriveType("Day", t.datetime(), { encode: (d: Date) => d, decode: (d) => d }),
      new Date(5),
    ],
    ["datetimes", t.list(t.datetime()), [new Date(1), new Date(2)]],
  ])("reads the part of a record that the backend takes out of it: %s", (_what, type, value) => {
    const whole = toLiteral(t.struct("R", { part: type }), { part: value });
    expect(fromLiteral(type, resolveAttributePath(whole, ["part"]))).toEqual(value);
  });

  it("reads an element of a list in a record", () => {
    const whole = toLiteral(t.struct("R", { at: t.list(t.datetime()) }), { at: [new Date(1), new Date(2)] });
    expect(fromLiteral(t.datetime(), resolveAttributePath(whole, ["at", 1]))).toEqual(new Date(2));
  });
});
