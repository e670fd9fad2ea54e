import { enumNameOf } from "./enum-names.js";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that are JSON, and a `google.protobuf.Struct` on the wire. */
const STRUCTS = new Set(["generic", "metadata", "custom_info"]);

/**
 * A message as servers in Go put it into texts: the text form of protobuf, on one line, without fields of default value.
 *
 * Go writes one blank or two between fields, which is a property of its build. Here it is two.
 */
export function messageText(message: object | undefined): string {
  return message === undefined ? "<nil>" : fieldsOf(message as Fields).join("  ");
}

function fieldsOf(message: Fields): readonly string[] {
  return Object.entries(message).flatMap(([key, value]) => {
    if (isChoice(value)) return [fieldText(snake(value.$case), value.value)];
    return isDefault(value) ? [] : fieldTexts(snake(key), value);
  });
}

function fieldTexts(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((each) => fieldText(name, each));
  if (value instanceof Map)
    return [...(value as ReadonlyMap<string, unknown>)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => `${name}:{${fieldText("key", key)}  ${fieldText("value", each)}}`);
  return [fieldText(name, value)];
}

function fieldText(name: string, value: unknown): string {
  if (STRUCTS.has(name) && isPlain(value)) return `${name}:{${structFields(value).join("  ")}}`;
  if (typeof value === "number") return `${name}:${enumNameOf(name, value) ?? value}`;
  if (typeof value === "string") return `${name}:${JSON.stringify(value)}`;
  if (value instanceof Uint8Array) return `${name}:${bytesText(value)}`;
  if (isPlain(value)) return `${name}:{${fieldsOf(value).join("  ")}}`;
  return `${name}:${String(value)}`;
}

function structFields(value: Fields): readonly string[] {
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `fields:{${fieldText("key", key)}  value:{${jsonText(each)}}}`);
}

function jsonText(value: unknown): string {
  if (value === null) return "null_value:NULL_VALUE";
  if (typeof value === "number") return `number_value:${value}`;
  if (typeof value === "boolean") return `bool_value:${value}`;
  if (typeof value === "string") return `string_value:${JSON.stringify(value)}`;
  if (Array.isArray(value))
    return `list_value:{${value.map((each) => `values:{${jsonText(each)}}`).join("  ")}}`;
  return `struct_value:{${structFields(value as Fields).join("  ")}}`;
}

function bytesText(bytes: Uint8Array): string {
  const characters = [...bytes].map((byte) => {
    const isPrintable = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    return isPrintable ? String.fromCodePoint(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  });
  return `"${characters.join("")}"`;
}

function isChoice(value: unknown): value is { readonly $case: string; readonly value: unknown } {
  return isPlain(value) && typeof value["$case"] === "string";
}

function isPlain(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDefault(value: unknown): boolean {
  if (value === undefined || value === "" || value === 0 || value === 0n || value === false) return true;
  return value instanceof Uint8Array && value.length === 0;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
