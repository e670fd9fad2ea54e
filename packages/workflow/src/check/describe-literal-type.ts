import { SimpleType } from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";
import { brief, itemsOf } from "./message-parts.js";

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
// More levels, variants and values than these say nothing to a reader.
const LEVELS = 4;
const MEMBERS = 6;

/** A literal type in the words of its transformer: `list of integer`, `optional string`. */
export function describeLiteralType(type: idl.LiteralType | undefined, levels = LEVELS): string {
  if (levels === 0) return "...";
  const inner = (each: idl.LiteralType | undefined): string => describeLiteralType(each, levels - 1);
  switch (type?.type?.$case) {
    case "simple":
      return SIMPLE.get(type.type.value) ?? "unknown type";
    case "collectionType":
      return `list of ${inner(type.type.value)}`;
    case "mapValueType":
      return `map of ${inner(type.type.value)}`;
    case "enumType":
      return `one of ${listed(itemsOf(type.type.value?.values).map((value) => JSON.stringify(brief(value))))}`;
    case "unionType": {
      const [first, second, ...others] = itemsOf(type.type.value?.variants)
        .slice(0, MEMBERS + 1)
        .map(inner);
      if (second === "none" && others.length === 0) return `optional ${first}`;
      return listed([first ?? "nothing", ...(second === undefined ? [] : [second]), ...others], " or ");
    }
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

function listed(words: readonly string[], separator = ", "): string {
  const shown = words.slice(0, MEMBERS).join(separator);
  return words.length > MEMBERS ? `${shown}${separator}...` : shown;
}
