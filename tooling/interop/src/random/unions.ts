import fc from "fast-check";
import type { Type } from "../description/type.js";

/** What the variants of a union can be made of. */
export interface Parts {
  readonly any: fc.Arbitrary<Type>;
  /** What can be a field. */
  readonly field: fc.Arbitrary<Type>;
  readonly record: fc.Arbitrary<Type>;
}

type Types = fc.Arbitrary<Type>;

/**
 * Random unions: of each group of types, which Python cannot tell apart by a value alone, one variant at most, since
 * flytekit finds the variant of a value by trying all.
 */
export function unions(parts: Parts): Types {
  return oneOf([some(groups(parts)), some(groups(parts)), recordPairs(parts.field)]);
}

/**
 * Random unions inside a record, which does not say which variant a value is. The library that packs records for
 * flytekit takes any value for a string, a list or a map, so these stand with what needs no packing, or last.
 */
export function unionsInRecord(parts: Parts): Types {
  return oneOf([some(packedAsTheyAre), some(packed(parts)), recordPairs(parts.field)]);
}

const oneOf = (unions: readonly fc.Arbitrary<readonly Type[]>[]): Types =>
  fc.oneof(...unions).map((of): Type => ({ kind: "union", of }));

/** Some of these, in their order. */
function some(groups: readonly Types[]): fc.Arbitrary<readonly Type[]> {
  return fc.subarray([...groups], { minLength: 2, maxLength: 4 }).chain((chosen) => fc.tuple(...chosen));
}

/** Two records, each with a field that the other lacks: with fewer, flytekit takes a value of one for both. */
function recordPairs(any: Types): fc.Arbitrary<readonly Type[]> {
  const record = (name: string, field: string): Types =>
    fc.tuple(any, fc.boolean()).map(([type, again]): Type => {
      const fields = [{ name: field, type: { kind: "string" } as const }];
      return { kind: "struct", name, fields: again ? [...fields, { name: "value", type }] : fields };
    });
  return fc.tuple(record("Cat", "purrs"), record("Dog", "barks"));
}

const int = fc.constantFrom<Type>({ kind: "int", exact: true }, { kind: "int", exact: false });
const of = (...types: readonly Type[]): fc.Arbitrary<Type> => fc.constantFrom(...types);
const json = of({ kind: "json", exact: true }, { kind: "json", exact: false });
const text = of({ kind: "string" }, { kind: "enum", name: "Choice", values: ["a", "b"] });

function groups({ any, record }: Parts): readonly Types[] {
  return [
    of({ kind: "none" }),
    of({ kind: "float" }),
    int,
    text,
    of({ kind: "boolean" }),
    of({ kind: "datetime", exact: true }, { kind: "datetime", exact: false }),
    of({ kind: "error" }),
    of({ kind: "date" }),
    of({ kind: "duration", exact: true }, { kind: "duration", exact: false }),
    of({ kind: "directory", format: "" }),
    of({ kind: "file", format: "" }, { kind: "file", format: "csv" }),
    fc.oneof(any.map(mapOf), json, record),
    any.map(listOf),
  ];
}

const plain: Type = { kind: "int", exact: false };

const packedAsTheyAre: readonly Types[] = [
  of({ kind: "string" }),
  of({ kind: "boolean" }),
  of({ kind: "none" }),
  of({ kind: "float" }),
  int,
  // A value for a map would be taken for a list, or the other way round.
  fc.oneof(json, of(mapOf(plain), mapOf({ kind: "string" }), listOf(plain), listOf({ kind: "boolean" }))),
];

function packed({ record }: Parts): readonly Types[] {
  return [
    of({ kind: "none" }),
    int,
    of({ kind: "boolean" }),
    of(
      { kind: "enum", name: "Choice", values: ["a", "b"] },
      { kind: "datetime", exact: false },
      { kind: "date" },
    ),
    of({ kind: "duration", exact: false }),
    record,
    record.map(listOf),
  ];
}

function listOf(of: Type): Type {
  return { kind: "list", of };
}

function mapOf(of: Type): Type {
  return { kind: "map", of };
}
