import assert from "node:assert/strict";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isCastable } from "../src/castability/is-castable.js";
import { t } from "../src/makers/t.js";
import type { TypeLike } from "../src/types/infer.js";
import {
  fromLiteral,
  inUnion,
  roundTrip,
  roundTripPacked,
  toLiteral,
  transformerOf,
} from "./support/convert.js";

/** A type with a value of it, as it is written and as it comes back. */
interface Case {
  readonly type: TypeLike;
  readonly value: unknown;
}

const of = (type: TypeLike, values: fc.Arbitrary<unknown>): fc.Arbitrary<Case> =>
  values.map((value) => ({ type, value }));
const text = fc.string({ unit: fc.constantFrom("", "a", "\0", "é", "漢", "😀", "\ufeff", "__proto__") });

const scalars = fc.oneof(
  of(t.int(), fc.maxSafeInteger()),
  of(t.int({ bigint: true }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  of(t.float(), fc.double()),
  of(t.string(), text),
  of(t.boolean(), fc.boolean()),
  of(t.enum(["red", "green"]), fc.constantFrom("red", "green")),
  of(
    t.datetime(),
    fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
  ),
  of(
    t.duration(),
    fc.integer().map((micros) => micros / 1000),
  ),
  of(t.none(), fc.constant(undefined)),
);

const { any } = fc.letrec<{ any: Case }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    tie("any").chain(({ type, value }) => of(t.list(type), fc.array(fc.constant(value), { maxLength: 3 }))),
    tie("any").chain(({ type, value }) =>
      of(t.map(type), fc.dictionary(text, fc.constant(value), { maxKeys: 3, noNullPrototype: true })),
    ),
    tie("any").chain(({ type, value }) => of(t.optional(type), fc.constantFrom(value, undefined))),
    fc
      .dictionary(fc.constantFrom("a", "b", "c", "constructor"), tie("any"), {
        maxKeys: 3,
        noNullPrototype: true,
      })
      .map((cases) => ({
        type: t.struct(
          "R",
          Object.fromEntries(Object.entries(cases).map(([name, each]) => [name, each.type])),
        ),
        value: Object.fromEntries(Object.entries(cases).map(([name, each]) => [name, each.value])),
      })),
  ),
}));

describe("a value of any type", () => {
  it("comes back from a literal", () => {
    fc.assert(
      fc.property(any, ({ type, value }) => {
        assert.deepStrictEqual(roundTrip(type, value), value);
      }),
    );
  });

  it("comes back from MessagePack", () => {
    fc.assert(
      fc.property(any, ({ type, value }) => {
        assert.deepStrictEqual(roundTripPacked(type, value), value);
      }),
    );
  });

  it("comes back from a record, a union and an optional", () => {
    fc.assert(
      fc.property(any, ({ type, value }) => {
        assert.deepStrictEqual(roundTrip(t.struct("Around", { x: t.list(type) }), { x: [value] }), {
          x: [value],
        });
        assert.deepStrictEqual(fromLiteral(type, inUnion(toLiteral(type, value))), value);
        assert.deepStrictEqual(fromLiteral(t.optional(type), toLiteral(type, value)), value);
      }),
    );
  });

  it("may be bound where its type is wanted, and where it is optional", () => {
    fc.assert(
      fc.property(any, ({ type }) => {
        const { literalType } = transformerOf(type);
        const copy = structuredClone(literalType);
        expect(isCastable(literalType, copy)).toBe(true);
        expect(isCastable(literalType, transformerOf(t.optional(type)).literalType)).toBe(true);
      }),
    );
  });
});
