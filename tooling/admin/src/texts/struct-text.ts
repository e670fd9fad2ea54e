import { type Fields, joined, mapField, messageField, plainField } from "./text-fields.js";
import { quoted } from "./quoted.js";

/** A `google.protobuf.Struct` in protobuf's text format. */
export function structText(struct: Readonly<Record<string, unknown>>): string {
  return joined(mapField("fields", Object.entries(struct), valueText));
}

function valueText(value: unknown): string {
  return joined(valueField(value));
}

function valueField(value: unknown): Fields {
  if (typeof value === "number") return plainField("number_value", value);
  if (typeof value === "boolean") return plainField("bool_value", value);
  if (typeof value === "string") return [`string_value:${quoted(value)}`];
  if (Array.isArray(value)) {
    const values = value.flatMap((each) => messageField("values", valueText(each)));
    return messageField("list_value", joined(values));
  }
  if (typeof value !== "object" || value === null) return plainField("null_value", "NULL_VALUE");
  return messageField("struct_value", structText({ ...value }));
}
