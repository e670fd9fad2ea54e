/** Unions at random places in lists, maps and records: what is written is read back, or it is refused. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { t } from "../src/entries/index.js";
import { isFlytekitError } from "../src/errors/flytekit-error.js";
import type { TypeLike } from "../src/types/infer.js";
import { fromLiteral, inUnion, roundTrip, roundTripPacked, struct, toLiteral } from "./support/convert.js";

/** A type, with values of it as given and as received. */
interface Case {
  readonly type: TypeLike;
  readonly values: fc.Arbitrary<Sample>;
}
interface Sample {
  readonly given: unknown;
  readonly received: unknown;
}

const same = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> =>
  values.map((value) => ({ given: value, received: value }));
const text = fc.string({ maxLength: 5, unit: "grapheme" });
const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const scalars: readonly Case[] = [
  { type: t.int(), values: same(fc.maxSafeInteger()) },
  { type: t.float(), values: same(fc.double()) },
  {
    type: t.string(),
    values: same(fc.oneof(text, fc.constantFrom("red", "2024-01-02", "2024-01-02T00:00:00+00:00", "1"))),
  },
  { type: t.boolean(), values: same(fc.boolean()) },
  { type: t.datetime(), values: same(days) },
  { type: t.duration(), values: same(fc.integer({ min: -1e9, max: 1e9 })) },
  { type: t.date(), values: same(days.map((day) => day.toISOString().slice(0, 10))) },
  { type: t.enum(["red", "green"]), values: same(fc.constantFrom("red", "green")) },
  { type: t.literal([1, 2]), values: same(fc.constantFrom(1, 2)) },
  {
    type: t.none(),
    values: fc.constantFrom(null, undefined).map((given) => ({ given, received: undefined })),
  },
];

const joined = (samples: readonly Sample[], join: (parts: readonly unknown[]) => unknown): Sample => ({
  given: join(samples.map(({ given }) => given)),
  received: join(samples.map(({ received }) => received)),
});

function listOf({ type, values }: Case): Case {
  return {
    type: t.list(type),
    values: fc.array(values, { maxLength: 3 }).map((samples) => joined(samples, (parts) => [...parts])),
  };
}

function mapOf({ type, values }: Case): Case {
  const entries = fc.array(fc.tuple(fc.constantFrom("a", "b", "", "__proto__", "é"), values), {
    maxLength: 3,
  });
  return {
    type: t.map(type),
    values: entries.map((all) => {
      const unique = [...new Map(all)];
      return joined(
        unique.map(([, sample]) => sample),
        (parts) => Object.fromEntries(unique.map(([key], i) => [key, parts[i]])),
      );
    }),
  };
}

function recordOf(fields: readonly Case[], name: string): Case {
  const names = ["a", "constructor", "c", "d"].slice(0, fields.length);
  return {
    type: t.struct(name, Object.fromEntries(fields.map(({ type }, i) => [names[i] ?? "", type]))),
    values: fc
      .tuple(...fields.map(({ values }) => values))
      .map((samples) =>
        joined(samples, (parts) => Object.fromEntries(parts.map((part, i) => [names[i] ?? "", part]))),
      ),
  };
}

function unionOf(variants: readonly Case[]): Case | undefined {
  try {
    const type = t.union(variants.map((each) => each.type) as never);
    const values = variants.map((each) =>
      fc.tuple(each.values, fc.boolean()).map(([{ given, received }, isNamed]) => ({
        given: isNamed ? t.as(each.type, given as never) : given,
        received,
      })),
    );
    return { type, values: fc.oneof(...values) };
  } catch {
    // Two variants that are one type for Flyte.
    return undefined;
  }
}

const cases: fc.Arbitrary<Case> = fc.letrec<{ any: Case }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...scalars),
    tie("any").map(listOf),
    tie("any").map(mapOf),
    fc
      .tuple(fc.array(tie("any"), { maxLength: 3 }), fc.constantFrom("R", "S"))
      .map(([parts, name]) => recordOf(parts, name)),
    fc
      .array(tie("any"), { minLength: 2, maxLength: 4 })
      .map((parts) => unionOf(parts) ?? parts[0] ?? { type: t.none(), values: same(fc.constant(undefined)) }),
  ),
})).any;

const withSample = cases.chain(({ type, values }) => values.map((sample) => ({ type, ...sample })));
const refusals = new Set(["UNION_AMBIGUOUS", "VALUE_TYPE_MISMATCH", "VALUE_TOO_DEEP"]);

/** What `convert` gives, in an object; undefined if it refuses. Anything else that it throws is a bug. */
function unlessRefused<T>(convert: () => T): { readonly value: T } | undefined {
  try {
    return { value: convert() };
  } catch (error) {
    if (!isFlytekitError(error) || !refusals.has(error.code)) throw error;
    expect(error.text).toMatch(/\.$/);
    return undefined;
  }
}

describe("random unions", () => {
  it("are read back as they were written, alone and inside a record, or they are refused", () => {
    let converted = 0;
    fc.assert(
      fc.property(withSample, ({ type, given, received }) => {
        const alone = unlessRefused(() => roundTrip(type, given));
        if (alone !== undefined) expect(alone.value).toEqual(received);
        const inside = unlessRefused(() => roundTripPacked(type, given));
        if (inside !== undefined) expect(inside.value).toEqual(received);
        if (alone !== undefined && inside !== undefined) converted += 1;
      }),
      { numRuns: 1500 },
    );
    expect(converted).toBeGreaterThan(700);
  });

  it("read what another type has written as a value of their own, or refuse it", () => {
    fc.assert(
      fc.property(withSample, cases, fc.boolean(), ({ type, given }, { type: other }, isWrapped) => {
        const literal = unlessRefused(() => toLiteral(type, given))?.value;
        if (literal === undefined) return;
        const read = unlessRefused(() => fromLiteral(other, isWrapped ? inUnion(literal, "str") : literal));
        if (read === undefined) return;
        const again = unlessRefused(() => roundTrip(other, read.value));
        if (again !== undefined) expect(again.value).toEqual(read.value);
      }),
      { numRuns: 1500 },
    );
  });

  it("take JSON of any form, or refuse it", () => {
    fc.assert(
      fc.property(
        cases,
        fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 }),
        ({ type }, json) => {
          unlessRefused(() => fromLiteral(type, struct(json)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
