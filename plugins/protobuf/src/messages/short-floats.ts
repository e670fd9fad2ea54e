import {
  type DescField,
  type DescMessage,
  type JsonValue,
  type Registry,
  ScalarType,
} from "@bufbuild/protobuf";

/**
 * The JSON of a message with its 32-bit floats in the fewest digits, as Python writes them: 1.1, and not
 * 1.100000023841858.
 */
export function shortFloats(json: JsonValue, schema: DescMessage, registry: Registry | undefined): JsonValue {
  if (typeof json === "number")
    return schema.typeName === "google.protobuf.FloatValue" ? shortest(json) : json;
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  if (schema.typeName === "google.protobuf.Any") return inAny(json, registry);
  // Values of a Struct are doubles, and its keys are no fields.
  if (FREE_FORM.has(schema.typeName)) return json;
  const short: Record<string, JsonValue> = { ...json };
  for (const field of schema.fields) {
    const value = Object.hasOwn(json, field.jsonName) ? json[field.jsonName] : undefined;
    if (value !== undefined) short[field.jsonName] = inField(value, field, registry);
  }
  return short;
}

const FREE_FORM: ReadonlySet<string> = new Set(["google.protobuf.Struct", "google.protobuf.Value"]);

function inField(json: JsonValue, field: DescField, registry: Registry | undefined): JsonValue {
  const one = (part: JsonValue): JsonValue => {
    if (field.message !== undefined) return shortFloats(part, field.message, registry);
    return field.scalar === ScalarType.FLOAT && typeof part === "number" ? shortest(part) : part;
  };
  if (field.fieldKind === "list") return Array.isArray(json) ? json.map(one) : json;
  if (field.fieldKind !== "map") return one(json);
  if (typeof json !== "object" || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, part]) => [key, one(part)]));
}

function inAny(json: { readonly [key: string]: JsonValue }, registry: Registry | undefined): JsonValue {
  const url = json["@type"];
  const schema =
    typeof url === "string" ? registry?.getMessage(url.slice(url.lastIndexOf("/") + 1)) : undefined;
  return schema === undefined ? { ...json } : shortFloats({ ...json }, schema, registry);
}

function shortest(float: number): number {
  // The sign of a zero has no digits.
  if (float === 0) return float;
  for (let digits = 6; digits < 9; digits += 1) {
    const short = rounded(float, digits);
    if (Math.fround(short) === float) return short;
  }
  return rounded(float, 9);
}

// Half of a digit is rounded to the even one, as Python does; `toPrecision` takes the larger.
function rounded(float: number, digits: number): number {
  // More digits than the mantissa of a 32-bit float.
  const [mantissa = "", exponent = ""] = float.toExponential(20).split("e");
  const kept = mantissa.slice(0, digits + (float < 0 ? 2 : 1));
  const isHalf = /^50*$/.test(mantissa.slice(kept.length));
  return isHalf && /[02468]$/.test(kept) ? Number(`${kept}e${exponent}`) : Number(float.toPrecision(digits));
}
