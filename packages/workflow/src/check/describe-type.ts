import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "@flytekit-ts/core/plugin";

const SIMPLE: ReadonlyMap<idl.SimpleType, string> = new Map([
  [SimpleType.NONE, "none"],
  [SimpleType.INTEGER, "integer"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.STRING, "string"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.DURATION, "duration"],
  [SimpleType.BINARY, "binary"],
  [SimpleType.ERROR, "Flyte error"],
]);

// A message is read by people: beyond this the rest of a type is dots.
const DEEPEST = 6;
const LONGEST = 8;

/** A type in words: `list of integer`, `optional record Person`. */
export function describeType(type: idl.LiteralType | undefined, depth = 0): string {
  if (depth > DEEPEST) return "...";
  const inner = (type: idl.LiteralType): string => describeType(type, depth + 1);
  const value = type?.type;
  switch (value?.$case) {
    case "simple":
      return value.value === SimpleType.STRUCT
        ? describeRecord(type)
        : (SIMPLE.get(value.value) ?? "unknown");
    case "collectionType":
      return `list of ${inner(value.value)}`;
    case "mapValueType":
      return `map of ${inner(value.value)}`;
    case "enumType":
      return `one of ${listed(value.value.values.map((each) => JSON.stringify(each)))}`;
    case "unionType":
      return describeUnion(value.value.variants, inner);
    case "blob":
      return value.value.format === "" ? "file" : `file (${value.value.format})`;
    case "structuredDatasetType":
      return "dataset";
    case "schema":
      return "schema";
    default:
      return "nothing";
  }
}

function describeRecord(type: idl.LiteralType | undefined): string {
  const title = type?.metadata?.["title"];
  const fields = [...(type?.structure?.dataclassType.keys() ?? [])];
  const name = typeof title === "string" ? `record ${title}` : "record";
  return fields.length === 0 ? name : `${name} { ${listed(fields)} }`;
}

function describeUnion(
  variants: readonly idl.LiteralType[],
  inner: (type: idl.LiteralType) => string,
): string {
  const some = variants.filter(({ type }) => type?.$case !== "simple" || type.value !== SimpleType.NONE);
  const [only] = some;
  if (only !== undefined && some.length === 1 && variants.length === 2) return `optional ${inner(only)}`;
  return `union of ${listed(variants.map(inner))}`;
}

function listed(parts: readonly string[]): string {
  const shown = parts.length > LONGEST ? [...parts.slice(0, LONGEST), "..."] : parts;
  return shown.join(", ");
}
