import fc from "fast-check";
import type { Value } from "../description/type.js";
import { floats, hexes, hexOfFloat, ints, texts } from "./scalars.js";

/** Untyped records, as `{ map: entries }`. */
export function jsonValues(exact: boolean): fc.Arbitrary<Value> {
  const { any, record } = fc.letrec<{ any: Value; record: Value }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalars(exact),
      fc.array(tie("any"), { maxLength: 3 }).map((list) => ({ list })),
      tie("record"),
    ),
    record: fc
      .oneof(...keysOf(exact))
      .chain((keys) =>
        fc.tuple(fc.constant(keys), fc.array(tie("any"), { minLength: keys.length, maxLength: keys.length })),
      )
      .map(([keys, parts]) => ({ map: keys.map((key, i) => [key, parts[i] ?? null] as const) })),
  }));
  return fc.oneof({ weight: 1, arbitrary: any.filter((value) => isRecord(value)) }, record);
}

function isRecord(value: Value): boolean {
  return typeof value === "object" && value !== null && "map" in value;
}

function scalars(exact: boolean): fc.Arbitrary<Value> {
  // Without `exact`, a whole number is an int: only fractions are floats on both sides.
  const some = exact ? floats : floats.filter((value) => !Number.isInteger(value));
  return fc.oneof(
    fc.constant<Value>({ none: true }),
    fc.boolean().map((boolean): Value => ({ boolean })),
    ints(exact).map((int): Value => ({ int })),
    some.map((value): Value => ({ float: hexOfFloat(value) })),
    texts.map((string): Value => ({ string })),
    ...(exact ? [hexes.map((binary): Value => ({ binary }))] : []),
  );
}

// In one record all keys are of one kind: for Python 1, 1.0 and True are one key.
function keysOf(exact: boolean): fc.Arbitrary<Value[]>[] {
  const of = (keys: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
    fc.uniqueArray(keys, { maxLength: 3, selector: (key) => JSON.stringify(key) });
  const strings = of(texts.map((string): Value => ({ string })));
  if (!exact) return [strings];
  return [
    strings,
    strings,
    of(ints(true).map((int): Value => ({ int }))),
    of(fc.boolean().map((boolean): Value => ({ boolean }))),
    of(keyFloats.map((value): Value => ({ float: hexOfFloat(value) }))),
  ];
}

/** Floats that are themselves as a key: a Map takes -0 for 0, and Python finds no NaN. */
export const keyFloats: fc.Arbitrary<number> = floats.filter(
  (value) => !Number.isNaN(value) && !Object.is(value, -0),
);
