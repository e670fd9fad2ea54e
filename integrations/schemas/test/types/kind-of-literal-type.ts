import { type LiteralType, SimpleType } from "@flytekit-ts/models/core";

type Json = Readonly<Record<string, unknown>>;

const NAMES: ReadonlyMap<unknown, string> = new Map([
  [SimpleType.INTEGER, "int"],
  [SimpleType.FLOAT, "float"],
  [SimpleType.STRING, "string"],
  [SimpleType.BOOLEAN, "boolean"],
  [SimpleType.DATETIME, "datetime"],
  [SimpleType.BINARY, "binary"],
  [SimpleType.NONE, "none"],
]);

/**
 * The kind of a literal type, in the words of our types. Where the kind that is `told` says that a number may be int or
 * float, it is not more exact.
 */
export function kindOfLiteralType({ type, metadata }: LiteralType, told: unknown): unknown {
  switch (type?.$case) {
    case "simple":
      if (type.value === SimpleType.STRUCT) return metadata === undefined ? "json" : kindOfFields(metadata);
      return told === "number" && type.value !== SimpleType.STRING ? "number" : NAMES.get(type.value);
    case "enumType":
      return "enum";
    // As flytekit writes bytes.
    case "blob":
      return "binary";
    case "collectionType":
      return { list: kindOfLiteralType(type.value, partOf(told, "list")) };
    case "mapValueType":
      return { map: kindOfLiteralType(type.value, partOf(told, "map")) };
    default:
      return type?.$case;
  }
}

function partOf(told: unknown, name: string): unknown {
  return typeof told === "object" && told !== null ? (told as Json)[name] : undefined;
}

const PRIMITIVES: ReadonlyMap<unknown, string> = new Map([
  ["integer", "int"],
  ["number", "float"],
  ["string", "string"],
  ["boolean", "boolean"],
]);

function kindOfFields(schema: Json): unknown {
  const fields = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, Json>>);
  return { struct: Object.fromEntries(fields.map(([name, field]) => [name, kindOfField(field)])) };
}

function kindOfField(schema: Json): unknown {
  const { anyOf, items, type, additionalProperties: values } = schema;
  if (Array.isArray(anyOf)) return { optional: kindOfField(anyOf[0] as Json) };
  if (schema["enum"] !== undefined) return "enum";
  if (type === "array") return { list: kindOfField(items as Json) };
  if (type !== "object") return PRIMITIVES.get(type);
  return schema["properties"] === undefined ? { map: kindOfField(values as Json) } : kindOfFields(schema);
}
