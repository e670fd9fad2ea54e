import { parseQuantity } from "@flytekit-ts/core/tasks";

/** What a part of a JSON document has to look like to be read into a structure of Go. */
export type JsonShape =
  | PlainShape
  | { readonly list: JsonShape }
  | { readonly map: JsonShape }
  | { readonly fields: JsonFields };

/** What has no parts. */
export type PlainShape = keyof typeof PLAIN;

/** The fields of a structure by their folded names. */
export type JsonFields = ReadonlyMap<string, JsonShape>;

type Composite = Exclude<JsonShape, PlainShape>;

const PLAIN = {
  text: { wanted: "a text", fits: isText },
  int32: { wanted: "an integer of 32 bits", fits: (value: unknown) => isInteger(value, 32) },
  int64: { wanted: "an integer of 64 bits", fits: (value: unknown) => isInteger(value, 64) },
  integerOrText: {
    wanted: "an integer or a text",
    fits: (value: unknown) => isText(value) || isInteger(value, 32),
  },
  boolean: { wanted: "true or false", fits: (value: unknown) => typeof value === "boolean" },
  quantity: { wanted: 'a quantity such as "500m" or "2Gi"', fits: isQuantity },
  time: { wanted: 'a time such as "2024-02-29T12:00:00Z"', fits: isTime },
} as const;

/**
 * Where a document is not of its shape, as the end of a sentence; `undefined` where it is.
 *
 * Go passes over fields that it does not know, finds those that it knows in any case of letters, and null is
 * the same as nothing.
 */
export function shapeFault(value: unknown, shape: JsonShape, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof shape === "string") {
    const { wanted, fits } = PLAIN[shape];
    return fits(value) ? undefined : fault(path, wanted);
  }
  return "list" in shape ? listFault(value, shape.list, path) : objectFault(value, shape, path);
}

/** A name of a field as Go compares it. It takes the Kelvin sign for a k, and a long s for an s, too. */
export function foldedName(name: string): string {
  return name.replaceAll("\u017f", "s").toLowerCase();
}

// What is no number in JSON comes to Go in quotes.
function isText(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "number" && !Number.isFinite(value));
}

// Go reads the digits, and of a long number not all of them are written.
function isInteger(value: unknown, bits: 32 | 64): boolean {
  if (!Number.isInteger(value) || Math.abs(Number(value)) >= 1e21) return false;
  const digits = BigInt(String(value));
  return BigInt.asIntN(bits, digits) === digits;
}

function isQuantity(value: unknown): boolean {
  return (
    (typeof value === "number" || typeof value === "string") &&
    parseQuantity(quantityText(value)) !== undefined
  );
}

/**
 * The text of a quantity in JSON: it may be written as a number, and with blanks around it.
 *
 * Those that JSON has to escape are not taken for blanks.
 */
export function quantityText(value: string | number): string {
  return String(value).replace(/^[ \u0085\p{Zs}]+|[ \u0085\p{Zs}]+$/gu, "");
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

// As RFC 3339 has it, with Go's liberties.
function isTime(value: unknown): boolean {
  const match = typeof value === "string" ? TIME.exec(value) : null;
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...zone] = match
    .slice(1)
    .map(Number);
  const [zoneHour = 0, zoneMinute = 0] = zone;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = month > 0 && month <= 12 && date.getUTCMonth() === month - 1 && day > 0;
  return isDay && hour < 24 && minute < 60 && second < 60 && !(zoneHour > 24 || zoneMinute > 60);
}

function listFault(value: unknown, shape: JsonShape, path: string): string | undefined {
  if (!Array.isArray(value)) return fault(path, "a list");
  return first(value, (item, index) => shapeFault(item, shape, `${path}[${index}]`));
}

function objectFault(
  value: unknown,
  shape: Exclude<Composite, { readonly list: unknown }>,
  path: string,
): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fault(path, "an object");
  return first(Object.entries(value), ([key, part]) => {
    const inner = "map" in shape ? shape.map : shape.fields.get(foldedName(key));
    return inner === undefined ? undefined : shapeFault(part, inner, `${path}.${key}`);
  });
}

function first<T>(
  items: readonly T[],
  faultOf: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = faultOf(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fault(path: string, wanted: string): string {
  return `has something at ${path} that is not ${wanted}`;
}
