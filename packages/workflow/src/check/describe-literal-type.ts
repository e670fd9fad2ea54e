import { SimpleType } from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";
import { brief, itemsOf, textOf } from "./message-parts.js";

const SIMPLE: ReadonlyMap<number, string> = new Map([
  [SimpleType.NONE, "none"],
  [SimpleType.INTEGER, "integer"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.STRING, "string"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.DURATION, "duration"],
  [SimpleType.BINARY, "binary"],
  [SimpleType.ERROR, "Flyte error"],
  [SimpleType.STRUCT, "record"],
]);
// More levels, members and letters than these say nothing to a reader.
const LEVELS = 4;
const MEMBERS = 6;
const LETTERS = 300;

/** A literal type in the words of its transformer: `list of integer`, `optional string`. */
export function describeLiteralType(type: idl.LiteralType | undefined): string {
  const words = describe(type, LEVELS);
  return words.length > LETTERS ? `${words.slice(0, LETTERS)}...` : words;
}

function describe(type: idl.LiteralType | undefined, levels: number): string {
  if (levels === 0) return "...";
  const inner = (each: idl.LiteralType | undefined): string => describe(each, levels - 1);
  switch (type?.type?.$case) {
    case "simple":
      return SIMPLE.get(type.type.value) ?? "unknown type";
    case "collectionType":
      return `list of ${inner(type.type.value)}`;
    case "mapValueType":
      return `map of ${inner(type.type.value)}`;
    case "enumType":
      return `one of ${listed(itemsOf(type.type.value?.values), quoted, ", ")}`;
    case "unionType":
      return describeUnion(itemsOf(type.type.value?.variants), inner);
    case "blob":
      return "blob";
    case "schema":
      return "schema";
    case "structuredDatasetType":
      return "dataset";
    default:
      return "unknown type";
  }
}

function describeUnion(
  variants: readonly idl.LiteralType[],
  inner: (variant: idl.LiteralType | undefined) => string,
): string {
  if (variants.length === 0) return "nothing";
  const [first, second] = variants;
  if (variants.length === 2 && inner(second) === "none") return `optional ${inner(first)}`;
  return listed(variants, inner, " or ");
}

function listed<T>(members: readonly T[], describeMember: (member: T) => string, separator: string): string {
  const shown = members.slice(0, MEMBERS).map(describeMember).join(separator);
  return members.length > MEMBERS ? `${shown}${separator}...` : shown;
}

function quoted(value: string): string {
  return JSON.stringify(brief(textOf(value)));
}
