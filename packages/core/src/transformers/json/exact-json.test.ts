import { describe, expect, it } from "vitest";

import { refusal } from "../../../test/support/caught.js";
import { copyOf } from "../../../test/support/copy-of.js";
import { fromLiteral, hexOf, packed, roundTrip, toLiteral } from "../../../test/support/convert.js";
import { FlyteFloat } from "../../literals/flyte-float.js";
import { t } from "../../makers/t.js";

const exact = t.json({ exact: true });

describe("exactJsonTransformer", () => {
  it.each([
    "82a178cb3ff0000000000000a17901",
    "81a161cf0020000000000001",
    "81a161cfffffffffffffffff",
    "81a161d38000000000000000",
    "81a161cb4415af1d78b58c40",
    "81a161cb8000000000000000",
    "81a161cb7ff8000000000000",
    "81a161c40161",
    "8202a7696e74206b6579a173aa737472696e67206b6579",
    "81cb3ff000000000000001",
    "81cb3fe000000000000001",
    "82c301c200",
    "81cf002000000000000180",
    "81a161810101",
  ])("keeps every byte of %s", (hex) => {
    const value = fromLiteral(exact, packed(hex));
    expect(hexOf(toLiteral(exact, value))).toBe(hex);
  });

  it("gives whole floats, large integers, bytes and maps as what keeps them", () => {
    expect(
      fromLiteral(exact, packed("84 a161cb3ff0000000000000 a16201 a163cf0020000000000001 a164c40161")),
    ).toEqual({
      a: new FlyteFloat(1),
      b: 1,
      c: 2n ** 53n + 1n,
      d: new Uint8Array([97]),
    });
    expect(fromLiteral(exact, packed("81 01 a161"))).toEqual(new Map([[1, "a"]]));
    expect(fromLiteral(exact, packed("80"))).toEqual({});
  });

  it("takes plain numbers, bigints and maps from strings", () => {
    expect(roundTrip(exact, { a: 1.5, b: 3n, c: new Map([["x", 1]]) })).toEqual({
      a: 1.5,
      b: 3,
      c: { x: 1 },
    });
    expect(roundTrip(exact, new Map<unknown, unknown>([[2n, "a"]]))).toEqual(new Map([[2, "a"]]));
  });

  it("takes the floats of another copy of this package", async () => {
    const path = "../../literals/flyte-float.ts";
    const { FlyteFloat: Float } = await copyOf<{ FlyteFloat: typeof FlyteFloat }>(import.meta.url, path);
    expect(Float).not.toBe(FlyteFloat);
    expect(roundTrip(exact, { a: new Float(2) })).toEqual({ a: new FlyteFloat(2) });
    // An object that only looks like one is a record.
    expect(roundTrip(exact, { a: { float: 2 } })).toEqual({ a: { float: 2 } });
  });

  it("refuses integers beyond 64 bits, and keys that are one in Python", () => {
    expect(refusal(() => toLiteral(exact, { a: 2n ** 64n }))).toMatch(/\.a should be an integer of 64 bits/);
    expect(refusal(() => toLiteral(exact, { a: -(2n ** 63n) - 1n }))).toMatch(/an integer of 64 bits/);
    for (const keys of [
      [1, true],
      [1, 1n],
      [1, new FlyteFloat(1)],
      [new FlyteFloat(1), new FlyteFloat(1)],
      [0, false],
      [2 ** 60, 2n ** 60n],
    ])
      expect(refusal(() => toLiteral(exact, new Map(keys.map((key) => [key, 0]))))).toMatch(
        /the same key twice/,
      );
    expect(refusal(() => fromLiteral(exact, packed("82 01 00 c3 00")))).toMatch(/the same key twice/);
    expect(refusal(() => fromLiteral(exact, packed("82 01 00 cb3ff0000000000000 00")))).toMatch(/twice/);
  });

  it("refuses keys and values that no type of TypeScript has", () => {
    for (const key of [null, undefined, {}, [1], new Date(0), Symbol("x")])
      expect(refusal(() => toLiteral(exact, new Map([[key, 1]])))).toMatch(/as a key/);
    expect(refusal(() => fromLiteral(exact, packed("81 c0 01")))).toMatch(/a MessagePack nil as a key/);
    expect(refusal(() => fromLiteral(exact, packed("81 c40161 01")))).toMatch(/a MessagePack bytes as a key/);
    expect(refusal(() => toLiteral(exact, { a: new Set() }))).toMatch(/a value of MessagePack, but was/);
  });

  it("gives bytes that no one else can change", () => {
    const literal = packed("81 a161 c40161");
    const { a } = fromLiteral(exact, literal) as { a: Uint8Array };
    a[0] = 0;
    expect(fromLiteral(exact, literal)).toEqual({ a: new Uint8Array([97]) });
  });
});

describe("FlyteFloat", () => {
  it("is its number in arithmetic and in JSON", () => {
    expect(Number(new FlyteFloat(2)) + 1).toBe(3);
    expect(JSON.stringify({ a: new FlyteFloat(2) })).toBe('{"a":2}');
  });
});
