import fc from "fast-check";

import { FlyteFloat } from "../../src/literals/flyte-float.js";
import { t } from "../../src/makers/t.js";
import type { TypeLike } from "../../src/types/infer.js";

/** A type, and values that an author may give for it. */
export interface RandomCase {
  readonly type: TypeLike;
  readonly value: fc.Arbitrary<unknown>;
}

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("__proto__", "constructor", "\0", "😀", "2024-01-01", "1", ""),
);
const date = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

const exactJson = fc.letrec<{ any: unknown; record: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.double().map((each) => (Number.isInteger(each) ? new FlyteFloat(each) : each)),
    fc.array(tie("any"), { maxLength: 3 }),
    tie("record"),
  ),
  record: fc.oneof(
    fc.dictionary(text, tie("any"), { maxKeys: 3, noNullPrototype: true }),
    fc
      .uniqueArray(fc.tuple(fc.maxSafeInteger(), tie("any")), {
        minLength: 1,
        maxLength: 3,
        selector: ([key]) => key,
      })
      .map((entries) => new Map(entries)),
  ),
})).record;

const plain: readonly RandomCase[] = [
  { type: t.int(), value: fc.maxSafeInteger() },
  { type: t.int({ bigint: true }), value: int64 },
  { type: t.float(), value: fc.double() },
  { type: t.string(), value: text },
  { type: t.boolean(), value: fc.boolean() },
  { type: t.datetime(), value: date },
  {
    type: t.datetime({ exact: true }),
    value: date.map((each) => ({ seconds: BigInt(Math.floor(each.getTime() / 1000)), nanos: 999_999_999 })),
  },
  { type: t.date(), value: date.map((each) => each.toISOString().slice(0, 10)) },
  { type: t.duration(), value: fc.integer().map((micros) => micros / 1000) },
  { type: t.duration({ exact: true }), value: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }) },
  { type: t.none(), value: fc.constant(undefined) },
  { type: t.binary(), value: fc.uint8Array({ maxLength: 6 }) },
  { type: t.json({ exact: true }), value: exactJson },
  { type: t.enum(["red", "__proto__", ""]), value: fc.constantFrom("red", "__proto__", "") },
  { type: t.literal([1, 2, 3]), value: fc.constantFrom(1, 2, 3) },
  { type: t.literal(["a", "b"]), value: fc.constantFrom("a", "b") },
  { type: t.literal([0.5, 1], { float: true }), value: fc.constantFrom(0.5, 1) },
];

// Each record has a field that the other lacks, so that a value of one is none of the other.
function unionOf(one: RandomCase, other: RandomCase): RandomCase {
  const first = t.struct("One", { isOne: t.boolean(), one: one.type });
  const second = t.struct("Other", { isOther: t.boolean(), other: other.type });
  return {
    type: t.union([first, second, t.boolean()]),
    value: fc.oneof(
      fc.boolean(),
      one.value.map((value) => t.as(first, { isOne: true, one: value })),
      other.value.map((value) => t.as(second, { isOther: true, other: value })),
    ),
  };
}

/** Random types, with the values of each. */
export const { any: randomCases } = fc.letrec<{ any: RandomCase }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...plain),
    tie("any").map(({ type, value }) => ({
      type: t.list(type),
      value: fc.array(value, { maxLength: 3 }),
    })),
    tie("any").map(({ type, value }) => ({
      type: t.map(type),
      value: fc.dictionary(text, value, { maxKeys: 3, noNullPrototype: true }),
    })),
    tie("any").map(({ type, value }) => ({
      type: t.map(type, { keys: t.int() }),
      value: fc.array(fc.tuple(fc.integer(), value), { maxLength: 3 }).map((entries) => new Map(entries)),
    })),
    tie("any").map(({ type, value }) => ({
      type: t.optional(type),
      value: fc.oneof(fc.constant(undefined), value),
    })),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => ({
      type: t.struct("R", { constructor: one.type, b: other.type }),
      value: fc.record({ constructor: one.value, b: other.value }, { noNullPrototype: true }),
    })),
    fc.tuple(tie("any"), tie("any")).map(([one, other]) => unionOf(one, other)),
  ),
}));

/** Types that hold nothing by themselves: what they accept is another matter. */
export const handles: readonly TypeLike[] = [
  t.file(),
  t.file("csv"),
  t.directory(),
  t.dataset({ columns: { a: t.int() } }),
  t.error(),
  t.union([t.string(), t.file("csv"), t.none()]),
  t.struct("Files", { file: t.file(), folder: t.optional(t.directory()) }),
];
