import fc from "fast-check";
import { z } from "zod";

/** A schema of zod, and a value that it takes in most cases. */
export interface Pair {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

const key = fc.constantFrom("a", "b", "c", "name");
const of = (schema: z.ZodType, values: fc.Arbitrary<unknown>): fc.Arbitrary<Pair> =>
  values.map((value) => ({ schema, value }));

const leaf: fc.Arbitrary<Pair> = fc.oneof(
  of(z.int(), fc.integer()),
  of(z.number(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  of(z.bigint(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  of(z.string(), fc.string({ unit: "grapheme" })),
  of(z.boolean(), fc.boolean()),
  of(z.date(), fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })),
  of(z.enum(["a", "b"]), fc.constantFrom("a", "b")),
  of(z.literal([1, 2]), fc.constantFrom(1, 2)),
  of(z.literal([true, "a"]), fc.constantFrom(true, "a")),
  of(z.instanceof(Uint8Array), fc.uint8Array({ maxLength: 5 })),
  of(z.string().trim().toLowerCase(), fc.string()),
  of(z.coerce.number(), fc.oneof(fc.integer(), fc.constantFrom("5", "1.5", true))),
  of(
    z.codec(z.iso.datetime(), z.date(), {
      decode: (text) => new Date(text),
      encode: (date) => date.toISOString(),
    }),
    fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString()),
  ),
);

/** Schemas with values. */
export const pairs: fc.Arbitrary<Pair> = fc.letrec<{ any: Pair }>((tie) => {
  const any = tie("any");
  const list = fc.tuple(any, fc.boolean()).map(([{ schema, value }, isEmpty]) => ({
    schema: z.array(schema),
    value: isEmpty ? [] : [value, value],
  }));
  const map = fc.tuple(fc.string(), any).map(([name, { schema, value }]) => ({
    schema: z.record(z.string(), schema),
    value: Object.fromEntries([[name, value]]),
  }));
  const nullable = fc
    .tuple(any, fc.boolean())
    .map(([{ schema, value }, isNull]) => ({ schema: schema.nullable(), value: isNull ? null : value }));
  const union = fc.tuple(any, any, fc.boolean()).map(([one, other, isFirst]) => ({
    schema: z.union([one.schema, other.schema]),
    value: (isFirst ? one : other).value,
  }));
  const field = fc.record({ name: key, pair: any, isOptional: fc.boolean(), isGiven: fc.boolean() });
  const record = fc.uniqueArray(field, { maxLength: 4, selector: ({ name }) => name }).map((fields) => ({
    schema: z
      .object(
        Object.fromEntries(
          fields.map(({ name, pair, isOptional }) => [
            name,
            isOptional ? pair.schema.optional() : pair.schema,
          ]),
        ),
      )
      .meta({ title: "R" }),
    value: Object.fromEntries(
      fields
        .filter(({ isOptional, isGiven }) => !isOptional || isGiven)
        .map(({ name, pair }) => [name, pair.value]),
    ),
  }));
  return { any: fc.oneof({ maxDepth: 3, depthSize: "small" }, leaf, list, map, nullable, union, record) };
}).any;
