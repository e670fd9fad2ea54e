import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  packed,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../../test/support/convert.js";
import { hostileValues } from "../../../test/support/hostile.js";
import { FlyteFloat } from "../../literals/flyte-float.js";
import { t } from "../../makers/t.js";

const json = t.json();
const exact = t.json({ exact: true });

describe("jsonTransformer", () => {
  it("writes what flytekit writes for a dict", () => {
    expect(wireOf(json, { b: 1, a: [1.5, null, true, "x", -3], c: { d: {} } })).toEqual([
      "CAlKPwo9CjsKEmNhY2hlLWtleS1tZXRhZGF0YRIlKiMKIQoUc2VyaWFsaXphdGlvbi1mb3JtYXQSCRoHbXNncGFjaw==",
      "CigaJgobg6FiAaFhlcs/+AAAAAAAAMDDoXj9oWOBoWSAEgdtc2dwYWNr",
    ]);
    expect(transformerOf(json)).toMatchObject({ tag: "Typed Dict", jsonSchema: { type: "object" } });
  });

  it.each([
    {},
    { a: Number.NaN, b: Number.POSITIVE_INFINITY, c: -0, d: 0, e: 1e20, f: 2 ** 53 - 1, g: 5e-324 },
    { nested: { list: [[], {}, [1, [2.5]]], t: true, n: null, s: "é😀\u0000" } },
  ])("gives back what it is given (case %#)", (value) => {
    expect(roundTrip(json, value)).toEqual(value);
    expect(roundTripPacked(json, value)).toEqual(value);
    expect(roundTrip(exact, toExact(value))).toEqual(toExact(value));
  });

  it("writes whole numbers as integers, and what only a float holds as float", () => {
    expect(hexOf(toLiteral(json, { a: 1, b: 2 ** 53, c: -0 }))).toBe(
      "83a16101a162cb4340000000000000a163cb8000000000000000",
    );
  });

  it("keeps keys that objects have special ways for", () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":2,"":3}');
    const back = roundTrip(json, value) as object;
    expect(Object.entries(back)).toEqual([
      ["__proto__", { x: 1 }],
      ["constructor", 2],
      ["", 3],
    ]);
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  });

  it("takes plain objects of other realms, and ones without a prototype", () => {
    expect(roundTrip(json, runInNewContext("({ a: [1, { b: 2 }] })"))).toEqual({ a: [1, { b: 2 }] });
    expect(roundTrip(json, Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
  });

  it.each([
    [{ a: undefined }, "a", "nothing"],
    [{ a: [1, undefined] }, ".a[1]", "nothing"],
    [{ a: () => 1 }, ".a", "a function"],
    [{ a: Symbol("x") }, ".a", "a symbol"],
    [{ a: new Date(0) }, ".a", "a Date"],
    [{ a: { b: new Map() } }, ".a.b", "an object of class Map"],
    [{ a: new Set() }, ".a", "an object of class Set"],
    [{ a: new Uint8Array(1) }, ".a", "an object of class Uint8Array"],
    [{ a: /x/ }, ".a", "an object of class RegExp"],
    [{ a: new FlyteFloat(1) }, ".a", "an object of class FlyteFloat"],
    [{ a: "\ud800" }, ".a", "a string with half a surrogate pair"],
    [{ a: 1n }, ".a", "the bigint 1"],
  ])("refuses what JSON does not hold (case %#)", (value, path, given) => {
    const { code, text } = caught(() => toLiteral(json, value));
    expect(code).toBe("VALUE_TYPE_MISMATCH");
    expect(text).toContain(`${path} should be a value of JSON, but was ${given}.`);
  });

  it("says what to do about it", () => {
    expect(caught(() => toLiteral(json, { a: undefined })).hint).toMatch(/leave a key out in place of/);
    expect(caught(() => toLiteral(json, { a: 1n })).hint).toMatch(/`t.json\(\{ exact: true \}\)`/);
  });

  it("refuses what is no record, a hole, and a key with half a character", () => {
    for (const value of [[], "x", 1, null, undefined, new Map(), new URL("http://x.y")])
      expect(refusal(() => toLiteral(json, value))).toMatch(/^VALUE_TYPE_MISMATCH: .* untyped record/);
    expect(refusal(() => toLiteral(json, { a: Array.from({ length: 1 }) }))).toMatch(/a\[0\].*nothing/);
    const holes: unknown[] = [];
    holes.length = 2;
    expect(refusal(() => toLiteral(json, { holes }))).toMatch(/holes\[0\].*nothing/);
    expect(refusal(() => toLiteral(json, { "\ud800": 1 }))).toMatch(/half a surrogate pair as a key/);
  });

  it("refuses cycles and deep nesting with a path that can be read", () => {
    const cycle: Record<string, unknown> = { list: [] };
    cycle["list"] = [cycle];
    expect(refusal(() => toLiteral(json, cycle))).toMatch(
      /^VALUE_TYPE_MISMATCH: \.list\[0\].*\.\.\..* but was an object that contains itself\.$/,
    );
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(refusal(() => toLiteral(json, { deep }))).toMatch(/but was nested more than 511 levels deep/);
    const levels = (count: number): string => `${"81a161".repeat(count - 1)}80`;
    expect(refusal(() => fromLiteral(json, packed(levels(100_000))))).toMatch(/more than 511 levels deep/);
    expect(hexOf(toLiteral(json, fromLiteral(json, packed(levels(511)))))).toBe(levels(511));
    expect(refusal(() => fromLiteral(json, packed(levels(512))))).toMatch(/more than 511/);
  });

  it("takes one object in two places, which is no cycle", () => {
    const shared = { x: 1 };
    expect(roundTrip(json, { a: shared, b: [shared, shared] })).toEqual({ a: shared, b: [shared, shared] });
  });

  it.each([...hostileValues()])("refuses %s", (_, value) => {
    const given = { a: { b: value } };
    expect(outcome(() => toLiteral(json, given))).toMatch(/^VALUE_TYPE_MISMATCH|^taken$/);
  });

  it.each([
    ["81 01 a161", /the MessagePack int 1 as a key/],
    ["81 a161 cf0020000000000001", /\.a .*9007199254740993/],
    ["81 a161 c40161", /\.a .*a MessagePack bytes/],
    ["81 a161 81 c3 01", /\.a\[""\].*a MessagePack boolean as a key/],
  ])("refuses what it would change, and says how it is kept (%s)", (hex, text) => {
    const error = caught(() => fromLiteral(json, packed(hex)));
    expect(error.text).toMatch(text);
    expect(error.hint).toMatch(/`t.json\(\{ exact: true \}\)`/);
  });

  it("refuses a key that comes twice, values beside records, and what no dict holds", () => {
    expect(refusal(() => fromLiteral(json, packed("82 a161 01 a161 02")))).toMatch(
      /\.a .*the same key twice/,
    );
    expect(refusal(() => fromLiteral(json, packed("91 01")))).toMatch(
      /untyped record, but was a MessagePack list/,
    );
    expect(refusal(() => fromLiteral(json, packed("81 a161 d40100")))).toMatch(/a MessagePack extension/);
    expect(refusal(() => fromLiteral(json, toLiteral(t.map(t.int()), {})))).toMatch(
      /untyped record, but was/,
    );
  });

  it("reads the older forms, and refuses pickles", () => {
    const old = { ...struct({ a: 1, b: [1.5, null, { c: "x" }] }), metadata: new Map([["format", "json"]]) };
    expect(fromLiteral(json, old)).toEqual({ a: 1, b: [1.5, null, { c: "x" }] });
    const pickle = { ...struct({ pickle_file: "s3://b/x" }), metadata: new Map([["format", "pickle"]]) };
    const error = caught(() => fromLiteral(json, pickle));
    expect(error.text).toBe("The value should be untyped record, but was a Python pickle.");
    expect(error.hint).toMatch(/only Python reads/);
  });

  it("is a field of a record as in flytekit", () => {
    const record = t.struct("R", { d: json, f: t.optional(json) });
    expect(transformerOf(record).jsonSchema).toEqual({
      type: "object",
      title: "R",
      properties: {
        d: { type: "object" },
        f: { anyOf: [{ type: "object" }, { type: "null" }], default: null },
      },
      additionalProperties: false,
      required: ["d"],
    });
    expect(refusal(() => toLiteral(record, { d: { x: new Date() } }))).toMatch(
      / \.d\.x should be a value of JSON/,
    );
  });
});

function outcome(act: () => unknown): string {
  try {
    act();
    return "taken";
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

/** What exact JSON gives for plain JSON. */
function toExact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toExact);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toExact(item)]));
  const isFloat = typeof value === "number" && (Object.is(value, -0) || !Number.isSafeInteger(value));
  return isFloat && Number.isInteger(value) ? new FlyteFloat(value) : value;
}
