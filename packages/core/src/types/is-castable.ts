import type * as idl from "@flytekit-ts/models/core";

import { SimpleType } from "../literals/idl-enums.js";
import { isDatasetCastable } from "./is-dataset-castable.js";
import { isSchemaCastable } from "./is-schema-castable.js";

/**
 * Whether the backend takes a value of type `from` where `to` is wanted.
 *
 * An integer is never a float. Two records are compared by their JSON Schemas, as far as the schemas that
 * this package makes go: what only those made elsewhere hold, and what crashes the backend, is not part of
 * this, so such a record may be taken here and refused there. Never the other way round.
 */
export function isCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  if (from === to) return true;
  if (from.type?.$case === "unionType" && from.type.value.variants.length === 1) {
    if (from.type.value.variants.some((only) => isCastable(only, to))) return true;
  }
  const [source, wanted] = [from.type, to.type];
  switch (wanted?.$case) {
    case "collectionType":
      return source?.$case === "collectionType" && isElementCastable(source.value, wanted.value);
    case "mapValueType":
      return source?.$case === "mapValueType" && isElementCastable(source.value, wanted.value);
    case "unionType":
      return isVariantCastable(from, wanted.value.variants);
    case "blob":
      return source?.$case === "blob" && isFormatCastable(source.value.format, wanted.value.format);
    case "schema":
    case "structuredDatasetType":
      return isDatasetCastable(from, wanted, isCastable);
    default:
      return isSimpleCastable(from, to);
  }
}

// The type of an empty list or map literal is that of nothing.
function isElementCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  return simpleOf(from) === SimpleType.NONE || isCastable(from, to);
}

function isVariantCastable(from: idl.LiteralType, variants: readonly idl.LiteralType[]): boolean {
  if (from.type?.$case !== "unionType") return variants.filter((to) => isCastable(from, to)).length === 1;
  return from.type.value.variants.every((variant) => variants.some((to) => isCastable(variant, to)));
}

function isFormatCastable(from: string, to: string): boolean {
  return from === "" || to === "" || from === to;
}

function isSimpleCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  const [source, wanted] = [from.type, to.type];
  if (simpleOf(to) === SimpleType.NONE) return simpleOf(from) === SimpleType.NONE;
  if (source?.$case === "enumType" && simpleOf(to) === SimpleType.STRING) return true;
  if (wanted?.$case === "enumType" && simpleOf(from) === SimpleType.STRING) return true;
  const tag = from.structure?.tag ?? "";
  if (tag !== "" && tag !== to.structure?.tag) return false;
  if (source?.$case === "enumType" && wanted?.$case === "enumType") {
    return isSameList(source.value.values, wanted.value.values);
  }
  if (simpleOf(from) === undefined || simpleOf(from) !== simpleOf(to)) return false;
  if (simpleOf(from) !== SimpleType.STRUCT) return true;
  // Without a schema on both sides anything goes.
  return (
    from.metadata === undefined || to.metadata === undefined || isSchemaCastable(from.metadata, to.metadata)
  );
}

function isSameList(from: readonly string[], to: readonly string[]): boolean {
  return from.length === to.length && from.every((value, i) => value === to[i]);
}

function simpleOf({ type }: idl.LiteralType): idl.SimpleType | undefined {
  return type?.$case === "simple" ? type.value : undefined;
}
