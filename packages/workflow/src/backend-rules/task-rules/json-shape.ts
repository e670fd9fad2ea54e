import { isCostly } from "@flytekit-ts/core/graph";
import { parseQuantity } from "@flytekit-ts/core/tasks";

/** The shape that a part of a JSON document must have to be read into a Go struct. */
export type JsonShape =
  | PlainShape
  | { readonly list: JsonShape }
  | { readonly map: JsonShape }
  | { readonly fields: JsonFields };

/** A shape without parts. */
export type PlainShape = keyof typeof PLAIN;

/** The fields of a struct by their folded names (see `foldedName`). */
export type JsonFields = ReadonlyMap<string, JsonShape>;

type Composite = Exclude<JsonShape, PlainShape>;

const PLAIN = {
  text: { wanted: "a string", fits: isText },
  int32: { wanted: "an integer of 32 bits", fits: (value: unknown) => isInteger(value, 32) },
  int64: { wanted: "an integer of 64 bits", fits: (value: unknown) => isInteger(value, 64) },
  integerOrText: {
    wanted: "an integer or a string",
    fits: (value: unknown) => isText(value) || isInteger(value, 32),
  },
  boolean: { wanted: "true or false", fits: (value: unknown) => typeof value === "boolean" },
  quantity: { wanted: 'a quantity such as "500m" or "2Gi"', fits: isQuantity },
  time: { wanted: 'a time such as "2024-02-29T12:00:00Z"', fits: isTime },
} as const;

/**
 * The first place where a document differs from its shape, as the end of a sentence; `undefined` if it fits.
 *
 * Go ignores unknown fields and the case of letters in field names. To Go null is the same as an absent value.
 */
export function shapeFault(value: unknown, shape: JsonShape, path: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof shape === "string") {
    const { wanted, fits } = PLAIN[shape];
    return fits(value) ? undefined : fault(path, wanted);
  }
  return "list" in shape ? listFault(value, shape.list, path) : objectFault(value, shape, path);
}

/** A field name in the form in which Go compares it. To Go the Kelvin sign equals k, and the long s equals s. */
export function foldedName(name: string): string {
  return name.replaceAll("\u017f", "s").toLowerCase();
}

// NaN and infinities are not JSON numbers, so they reach Go as quoted texts.
function isText(value: unknown): boolean {
  return typeof value === "string" || (typeof value === "number" && !Number.isFinite(value));
}

// Go reads the digits that JavaScript writes, which for a large number are not its exact value. From 1e21 on
// JavaScript writes an exponent, which Go refuses.
function isInteger(value: unknown, bits: 32 | 64): boolean {
  if (!Number.isInteger(value) || Math.abs(Number(value)) >= 1e21) return false;
  const digits = BigInt(String(value));
  return BigInt.asIntN(bits, digits) === digits;
}

function isQuantity(value: unknown): boolean {
  if (typeof value !== "number" && typeof value !== "string") return false;
  const text = quantityText(value);
  return parseQuantity(text) !== undefined && !isCostly(text);
}

// The spaces of Unicode (`\p{Zs}`) one by one: by their name they are slow to load.
const BLANKS =
  /^[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$/g;

/**
 * The text of a quantity in JSON, which may be written as a number, or with blanks around it.
 *
 * Blanks that JSON has to escape, such as tabs, do not count as blanks.
 */
export function quantityText(value: string | number): string {
  return String(value).replace(BLANKS, "");
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

// A time as in RFC 3339, with the deviations that Go accepts.
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
