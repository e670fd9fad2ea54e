import fc from "fast-check";
import type { Choice, Type, Value } from "../description/type.js";
import { floats, hexOfFloat, ints, texts } from "./scalars.js";

const exact = fc.boolean();
const formats = fc.constantFrom("", "csv", "txt");

/** Types without parts that may be anywhere. */
export const plainTypes: readonly fc.Arbitrary<Type>[] = [
  exact.map((exact): Type => ({ kind: "int", exact })),
  exact.map((exact): Type => ({ kind: "datetime", exact })),
  exact.map((exact): Type => ({ kind: "duration", exact })),
  exact.map((exact): Type => ({ kind: "json", exact })),
  ...(["float", "string", "boolean", "date", "none"] as const).map((kind) => fc.constant<Type>({ kind })),
  enums(),
  formats.map((format): Type => ({ kind: "file", format })),
  formats.map((format): Type => ({ kind: "directory", format })),
];

/** Types that only a record can have: flytekit has no literal for bytes. */
export const inRecordOnly: readonly fc.Arbitrary<Type>[] = [fc.constant<Type>({ kind: "binary" })];

/** Types that no record can have. */
export const outsideOnly: readonly fc.Arbitrary<Type>[] = [
  // There are few places for them, so each is likely there.
  ...Array.from({ length: 2 }, () => fc.constant<Type>({ kind: "error" })),
  ...Array.from({ length: 4 }, datasets),
];

function datasets(): fc.Arbitrary<Type> {
  const scalars = fc.oneof(
    exact.map((exact): Type => ({ kind: "int", exact })),
    exact.map((exact): Type => ({ kind: "datetime", exact })),
    ...(["float", "string", "boolean", "date"] as const).map((kind) => fc.constant<Type>({ kind })),
    fc.constant<Type>({ kind: "duration", exact: false }),
  );
  const columns = fc.oneof(
    { weight: 3, arbitrary: scalars },
    { weight: 1, arbitrary: scalars.map((of): Type => ({ kind: "optional", of })) },
    { weight: 1, arbitrary: scalars.map((of): Type => ({ kind: "list", of })) },
  );
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom("id", "name", "at", "value"), columns), {
      minLength: 1,
      selector: ([name]) => name,
    })
    .map((named) => ({
      kind: "dataset",
      format: "parquet",
      columns: named.map(([name, type]) => ({ name, type })),
    }));
}

function enums(): fc.Arbitrary<Type> {
  const names = fc.constantFrom("Color", "Size");
  const values = fc.uniqueArray(
    texts.filter((text) => text !== ""),
    { minLength: 1, maxLength: 4 },
  );
  return fc.tuple(names, values).map(([name, values]): Type => ({ kind: "enum", name, values }));
}

/**
 * Choices of constants. In a record Python has none of floats, and flytekit cannot guess a type from the schema of a
 * record with a choice of one.
 */
export function literals(inRecord: boolean): fc.Arbitrary<Type> {
  const of = (kind: Choice, values: fc.Arbitrary<Value>): fc.Arbitrary<Type> =>
    fc
      .uniqueArray(values, {
        minLength: inRecord ? 2 : 1,
        maxLength: 4,
        selector: (each) => JSON.stringify(each),
      })
      .map((values): Type => ({ kind: "literal", of: kind, values }));
  const fractions = floats.filter((value) => Number.isFinite(value) && !Number.isInteger(value));
  return fc.oneof(
    of("string", texts),
    of("int", ints(false)),
    of("boolean", fc.boolean()),
    ...(inRecord ? [] : [of("float", fractions.map(hexOfFloat))]),
  );
}
