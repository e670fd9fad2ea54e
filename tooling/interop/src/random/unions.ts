import fc from "fast-check";
import type { Type } from "../description/type.js";

/** What the variants of a union can be made of. */
export interface Parts {
  readonly inRecord: boolean;
  readonly any: fc.Arbitrary<Type>;
  readonly record: fc.Arbitrary<Type>;
}

/**
 * Random unions: of each group of types, which Python cannot tell apart by a value alone, one variant at most.
 *
 * flytekit finds the variant of a value by trying all, and a record holds a value without its variant.
 */
export function unions(parts: Parts): fc.Arbitrary<Type> {
  const groups = parts.inRecord ? packedGroups(parts) : groupsOutside(parts);
  return fc
    .shuffledSubarray([...groups], { minLength: 2, maxLength: 4 })
    .chain((chosen) => fc.tuple(...chosen))
    .map((of): Type => ({ kind: "union", of }));
}

const int = fc.constantFrom<Type>({ kind: "int", exact: true }, { kind: "int", exact: false });
const of = (...types: readonly Type[]): fc.Arbitrary<Type> => fc.constantFrom(...types);
const text = fc.oneof(
  of({ kind: "string" }),
  fc.constant<Type>({ kind: "enum", name: "Choice", values: ["a", "b"] }),
);

function groupsOutside(parts: Parts): readonly fc.Arbitrary<Type>[] {
  return [
    int,
    of({ kind: "float" }),
    text,
    of({ kind: "boolean" }),
    of({ kind: "none" }),
    of({ kind: "datetime", exact: true }, { kind: "datetime", exact: false }),
    of({ kind: "date" }),
    of({ kind: "duration", exact: true }, { kind: "duration", exact: false }),
    of({ kind: "error" }),
    of({ kind: "file", format: "" }, { kind: "file", format: "csv" }),
    of({ kind: "directory", format: "" }),
    lists(parts),
    dicts(parts),
    parts.record,
  ];
}

// In MessagePack: one integer, one float, one string, and so on.
function packedGroups(parts: Parts): readonly fc.Arbitrary<Type>[] {
  return [
    int,
    of({ kind: "float" }, { kind: "duration", exact: false }),
    fc.oneof(text, of({ kind: "datetime", exact: false }, { kind: "date" })),
    of({ kind: "boolean" }),
    of({ kind: "none" }),
    lists(parts),
    fc.oneof(dicts(parts), parts.record),
  ];
}

function lists(parts: Parts): fc.Arbitrary<Type> {
  return parts.any.map((of): Type => ({ kind: "list", of }));
}

function dicts(parts: Parts): fc.Arbitrary<Type> {
  return fc.oneof(
    parts.any.map((of): Type => ({ kind: "map", of })),
    of({ kind: "json", exact: true }, { kind: "json", exact: false }),
  );
}
