import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fromLiteral, hexOf, roundTrip, roundTripPacked, toLiteral } from "../../../test/support/convert.js";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { FlyteFloat } from "../../literals/flyte-float.js";
import { msgpackLiteral } from "../../literals/literal.js";
import { t } from "../../makers/t.js";
import { isWellFormed } from "../../words/plain-object.js";

const json = t.json();
const exact = t.json({ exact: true });
const text = fc.string({ unit: "binary" }).filter(isWellFormed);
const number = fc.oneof(fc.double(), fc.maxSafeInteger());

const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie("plain")),
    fc.dictionary(text, tie("plain")),
  ),
}));

const float = fc.double().map((value) => (Number.isInteger(value) ? new FlyteFloat(value) : value));
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map(narrow);
const { value: exactValue, record } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    integer,
    float,
    text,
    fc.uint8Array(),
    fc.array(tie("value")),
    tie("record"),
  ),
  record: fc.oneof(
    fc.dictionary(text, tie("value")),
    fc.array(fc.tuple(integer, tie("value")), { minLength: 1 }).map((entries) => new Map(entries)),
  ),
}));

function narrow(value: bigint): bigint | number {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

describe("random untyped records", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.dictionary(text, plain), (value) => {
        expect(roundTrip(json, value)).toEqual(plainCopy(value));
        expect(roundTripPacked(json, value)).toEqual(plainCopy(value));
      }),
    );
    fc.assert(
      fc.property(record, (value) => {
        expect(roundTrip(exact, value)).toEqual(plainCopy(value));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.maxSafeInteger(), exactValue)), (entries) => {
        const map = new Map(entries);
        const type = t.map(t.struct("R", { x: exact }), { keys: t.int() });
        const value = new Map([...map].map(([key, x]): [number, object] => [key, { x: { x } }]));
        expect(roundTrip(type, value)).toEqual(plainCopy(value));
      }),
    );
  });

  it("keep every byte that they are read from, or are refused", () => {
    let read = 0;
    const keeps = (bytes: Uint8Array): void => {
      const given = msgpackLiteral(bytes);
      for (const type of [json, exact, t.map(t.json(), { keys: t.int() })]) {
        let value: unknown;
        try {
          value = fromLiteral(type, given);
        } catch (error) {
          expect(isFlytekitError(error)).toBe(true);
          continue;
        }
        read += 1;
        const again = toLiteral(type, value);
        // Integers may have been longer than they need, and floats shorter.
        expect(hexOf(toLiteral(type, fromLiteral(type, again)))).toBe(hexOf(again));
      }
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), keeps), { numRuns: 2_000 });
    // Bytes that begin as a map with few entries, and go on as anything.
    const begun = fc.tuple(fc.constantFrom(0x80, 0x81, 0x82), fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(begun, ([head, rest]) => keeps(new Uint8Array([head, ...rest]))),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(50);
  });
});

/** The value as it comes back: objects have the prototype of objects. */
function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, plainCopy(item)]));
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array || value instanceof FlyteFloat) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainCopy(item)]));
}
