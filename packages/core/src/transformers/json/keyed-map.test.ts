import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  packed,
  roundTrip,
  struct,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../../test/support/convert.js";
import { t } from "../../makers/t.js";

const record = t.struct("Tag", { key: t.string(), value: t.optional(t.string()) });
const ints = t.map(t.int(), { keys: t.int() });

describe("keyedMapTransformer", () => {
  it("writes what flytekit writes for a dict of these keys", () => {
    const type =
      "CAlKPwo9CjsKEmNhY2hlLWtleS1tZXRhZGF0YRIlKiMKIQoUc2VyaWFsaXphdGlvbi1mb3JtYXQSCRoHbXNncGFjaw==";
    expect(wireOf(t.map(t.int(), { keys: t.float() }), new Map([[0.5, 1]]))).toEqual([
      type,
      "ChgaFgoLgcs/4AAAAAAAAAESB21zZ3BhY2s=",
    ]);
    const records = t.map(record, { keys: t.int() });
    expect(hexOf(toLiteral(records, new Map([[1, { key: "a", value: undefined }]])))).toBe(
      "810182a36b6579a161a576616c7565c0",
    );
    expect(hexOf(toLiteral(ints, new Map([[3, 4], [-1, 0]])))).toBe("820304ff00"); // prettier-ignore
    expect(transformerOf(ints).tag).toBe("Typed Dict");
    expect(transformerOf(ints).jsonSchema).toEqual({
      type: "object",
      additionalProperties: { type: "integer" },
      propertyNames: { type: "integer" },
    });
  });

  it.each([
    [t.map(t.string(), { keys: t.int({ bigint: true }) }), new Map([[2n ** 62n, "a"]])],
    [t.map(t.float(), { keys: t.boolean() }), new Map([[true, 1], [false, -0]])], // prettier-ignore
    [t.map(t.datetime(), { keys: t.float() }), new Map([[Number.NaN, new Date(0)]])],
    [t.map(t.int(), { keys: t.date() }), new Map([["2024-05-31", 1]])],
    [t.map(t.int(), { keys: t.enum(["a", "b"]) }), new Map([["b", 1]])],
    [t.map(t.int(), { keys: t.literal([1, 2]) }), new Map([[2, 1]])],
    [t.map(t.binary(), { keys: t.int() }), new Map([[2, new Uint8Array([1])]])],
    [t.map(ints, { keys: t.int() }), new Map([[1, new Map([[2, 3]])]])],
    [ints, new Map()],
  ])("gives back what it is given (case %#)", (type, value) => {
    expect(roundTrip(type, value)).toEqual(value);
    expect(roundTrip(t.struct("R", { m: type }), { m: value })).toEqual({ m: value });
  });

  it("is a map of Flyte's own where the keys are strings", () => {
    const map = t.map(t.int(), { keys: t.string() });
    expect(transformerOf(map).literalType).toEqual(transformerOf(t.map(t.int())).literalType);
    expect(roundTrip(map, { a: 1 })).toEqual({ a: 1 });
  });

  it("reads keys that were made strings, as those of a Struct", () => {
    expect(fromLiteral(ints, struct({ "1": 2, "-3.0": 4, "1e2": 5 }))).toEqual(
      new Map([[1, 2], [-3, 4], [100, 5]]), // prettier-ignore
    );
    expect(fromLiteral(t.map(t.int(), { keys: t.float() }), struct({ "1": 2, "1.5": 3, NaN: 4 }))).toEqual(
      new Map([[1, 2], [1.5, 3], [Number.NaN, 4]]), // prettier-ignore
    );
    expect(fromLiteral(t.map(t.int(), { keys: t.boolean() }), struct({ True: 2, false: 3 }))).toEqual(
      new Map([[true, 2], [false, 3]]), // prettier-ignore
    );
    const big = t.map(t.int(), { keys: t.int({ bigint: true }) });
    expect(fromLiteral(big, struct({ "9007199254740993": 1 }))).toEqual(new Map([[2n ** 53n + 1n, 1]]));
    for (const key of ["", " 1", "0x1", "1.5", "one", "99999999999999999999"])
      expect(refusal(() => fromLiteral(ints, struct({ [key]: 1 })))).toMatch(
        /^VALUE_TYPE_MISMATCH: \[key 0\]/,
      );
    expect(refusal(() => fromLiteral(ints, struct({ "1": 1, "1.0": 1 })))).toMatch(/the same key twice/);
  });

  it("refuses other values, with a path", () => {
    const error = caught(() => toLiteral(ints, { 1: 2 }));
    expect(`${error.code}: ${error.text}`).toBe(
      "VALUE_TYPE_MISMATCH: The value should be map from integer to integer, but was an object.",
    );
    expect(error.hint).toMatch(/^Give a Map/);
    expect(refusal(() => toLiteral(ints, new Map([[1, "x"]])))).toMatch(/ \[1\] should be integer/);
    expect(refusal(() => toLiteral(ints, new Map([["x", 1]])))).toMatch(/ \[key 0\] should be integer/);
    expect(refusal(() => fromLiteral(ints, packed("81 01 a161")))).toMatch(/ \[1\] should be integer/);
    expect(refusal(() => fromLiteral(ints, packed("82 01 01 01 02")))).toMatch(/the same key twice/);
    expect(refusal(() => fromLiteral(ints, packed("91 01")))).toMatch(/a MessagePack list/);
    expect(refusal(() => fromLiteral(ints, toLiteral(t.map(t.int()), { a: 1 })))).toMatch(/map from integer/);
    const big = t.map(t.int(), { keys: t.int({ bigint: true }) });
    expect(refusal(() => toLiteral(big, new Map<unknown, number>([[1, 1], [1n, 2]])))).toMatch(/twice/); // prettier-ignore
  });

  it("takes Maps of another realm", () => {
    expect(roundTrip(ints, runInNewContext("new Map([[1, 2]])"))).toEqual(new Map([[1, 2]]));
  });

  it("refuses types that no key has, and options that there are not", () => {
    const error = caught(() => t.map(t.int(), { keys: t.list(t.int()) }));
    expect(`${error.code}: ${error.text}`).toBe(
      "OPTION_INVALID: The option `keys` of t.map takes a type of integers, floats, booleans, dates or constants, but was given list of integer.",
    );
    expect(caught(() => t.map(t.int(), { keys: 3 } as never)).code).toBe("TYPE_UNKNOWN");
    expect(caught(() => t.map(t.int(), { key: t.int() } as never)).code).toBe("OPTION_UNKNOWN");
    expect(caught(() => t.map(t.int(), { keys: t.int().default(1) })).code).toBe("OPTION_INVALID");
  });
});
