import { isMap } from "node:util/types";
import type * as idl from "@flytekit-ts/models/core";
import { entriesOf, itemsOf } from "./message-parts.js";
import { NONE, scalarType, typeOf, UNTYPED } from "./scalar-type.js";

/**
 * The type that the backend infers from a literal; `undefined` if it finds none.
 *
 * The backend does not use the declared type for this. A record has no schema, a blob has the type that it states
 * itself, and a union is a union of only the chosen variant. flyteadmin compares the result with the declared type,
 * so it refuses a literal that it does not recognise.
 */
export function literalTypeOf(literal: idl.Literal | undefined): idl.LiteralType | undefined {
  const value = literal?.value;
  switch (value?.$case) {
    case "scalar":
      return scalarType(value.value);
    case "collection":
      return typeOf({ $case: "collectionType", value: elementType(itemsOf(value.value?.literals)) });
    case "map":
      return typeOf({
        $case: "mapValueType",
        value: elementType(entriesOf(value.value?.literals).map(([, item]) => item)),
      });
    case "offloadedMetadata":
      return value.value?.inferredType;
    default:
      return undefined;
  }
}

/**
 * The type of the elements of a list or map: the type they share, or a union of all their types.
 *
 * Empty lists among other elements do not count. If elements are lists of unions, their variants are merged: the
 * result is one list of one union.
 */
function elementType(literals: readonly idl.Literal[]): idl.LiteralType {
  const full = literals.filter((each) => !isEmptyList(each));
  const counted = full.length > 0 ? full : literals.slice(0, 1);
  const distinct = new Map(counted.map(literalTypeOf).map((type) => [keyOf(type), type ?? UNTYPED] as const));
  const [first, ...others] = distinct.values();
  if (others.length === 0) return first ?? NONE;

  const variants = [...distinct.values()].flatMap((type) => unionInList(type) ?? [type]);
  const union = typeOf({ $case: "unionType", value: { variants } });
  const nested = [...distinct.values()].some((type) => unionInList(type) !== undefined);
  return nested ? typeOf({ $case: "collectionType", value: union }) : union;
}

function isEmptyList(literal: idl.Literal | undefined): boolean {
  return literal?.value?.$case === "collection" && itemsOf(literal.value.value?.literals).length === 0;
}

function unionInList({ type }: idl.LiteralType): readonly idl.LiteralType[] | undefined {
  const element = type?.$case === "collectionType" ? type.value.type : undefined;
  return element?.$case === "unionType" ? element.value.variants : undefined;
}

/** A text that is equal for equal types, whatever the order of the keys in their schemas. */
function keyOf(type: idl.LiteralType | undefined): string {
  const sorted = (_: string, value: unknown): unknown => {
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const entries: [string, unknown][] = isMap(value)
      ? [...(value as Map<string, unknown>)]
      : Object.entries(value);
    return entries.filter(([, part]) => part !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  };
  return JSON.stringify(type, sorted) ?? "";
}
