import * as idl from "@flytekit-ts/models/core";

/**
 * Whether the backend takes a value of type `from` where `to` is wanted.
 *
 * An integer is never a float. Records compare by their declared fields; the backend's finer comparison of
 * JSON Schemas, which matters for types made elsewhere, is not part of this.
 */
export function isCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  if (from === to) return true;
  const [source, wanted] = [from.type, to.type];
  if (wanted === undefined || source === undefined) return false;
  if (source.$case === "unionType" && source.value.variants.length === 1) {
    const [only] = source.value.variants;
    if (only !== undefined && isCastable(only, to)) return true;
  }
  switch (wanted.$case) {
    case "collectionType":
      return source.$case === "collectionType" && isElementCastable(source.value, wanted.value);
    case "mapValueType":
      return source.$case === "mapValueType" && isElementCastable(source.value, wanted.value);
    case "unionType":
      return isVariantCastable(from, wanted.value.variants);
    case "blob":
      return source.$case === "blob" && isFormatCastable(source.value.format, wanted.value.format);
    default:
      return isSimpleCastable(from, to);
  }
}

// The type of an empty list or map literal is that of nothing.
function isElementCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  return simpleOf(from) === idl.SimpleType.NONE || isCastable(from, to);
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
  if (source?.$case === "enumType" && simpleOf(to) === idl.SimpleType.STRING) return true;
  if (wanted?.$case === "enumType" && simpleOf(from) === idl.SimpleType.STRING) return true;
  const tag = from.structure?.tag ?? "";
  if (tag !== "" && tag !== to.structure?.tag) return false;
  if (source?.$case === "enumType" && wanted?.$case === "enumType") {
    return source.value.values.join("\0") === wanted.value.values.join("\0");
  }
  if (simpleOf(from) !== simpleOf(to) || simpleOf(from) === undefined) return false;
  return simpleOf(from) !== idl.SimpleType.STRUCT || isRecordCastable(from, to);
}

// More fields than wanted is fine, fewer is not; without a schema on both sides anything goes.
function isRecordCastable(from: idl.LiteralType, to: idl.LiteralType): boolean {
  if (from.metadata === undefined || to.metadata === undefined) return true;
  const source = from.structure?.dataclassType;
  const wanted = to.structure?.dataclassType;
  if (source === undefined || wanted === undefined || source.size === 0) return true;
  return [...wanted].every(([name, type]) => {
    const field = source.get(name);
    return field !== undefined && isCastable(field, type);
  });
}

function simpleOf({ type }: idl.LiteralType): idl.SimpleType | undefined {
  return type?.$case === "simple" ? type.value : undefined;
}
