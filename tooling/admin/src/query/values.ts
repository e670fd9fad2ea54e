import type { Timestamp } from "@flytekit-ts/models/google";
import { refused } from "../serving/refusal.js";
import type { ColumnKind } from "./columns.js";

/** What a column of a row holds. */
export type ColumnValue = string | number | bigint | Timestamp | undefined;

/** A value as it is compared: text by its bytes, everything else as a whole number. */
export type Comparable = string | bigint;

/** What a column holds as it is compared; `undefined` for a NULL. */
export function comparable(value: ColumnValue): Comparable | undefined {
  if (typeof value === "number") return BigInt(Math.trunc(value));
  if (typeof value === "object") return value.seconds * 1_000_000n + BigInt(Math.trunc(value.nanos / 1000));
  return value;
}

/** Which comes first: below 0 if the first does. */
export function compare(one: Comparable, other: Comparable): number {
  if (typeof one === "string" && typeof other === "string")
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : one > other ? 1 : 0;
}

const SQL_NAMES = {
  text: "text",
  bytes: "bytea",
  integer: "integer",
  bigint: "bigint",
  duration: "bigint",
  time: "timestamp with time zone",
} as const satisfies Readonly<Record<ColumnKind, string>>;

/** The type of a column in the words of PostgreSQL. */
export function sqlName(kind: ColumnKind): string {
  return SQL_NAMES[kind];
}

const LIMITS: Partial<Record<ColumnKind, bigint>> = { integer: 2n ** 31n, bigint: 2n ** 63n };

/**
 * A text of a filter as a value of a column.
 *
 * @throws Refusal UNKNOWN in the words of PostgreSQL if the column cannot hold it.
 */
export function readValue(kind: ColumnKind, text: string): Comparable {
  if (kind === "text" || kind === "bytes") return text;
  const value = kind === "time" ? readTime(text) : readInteger(text);
  if (value === undefined) throw failedQuery(`invalid input syntax for type ${sqlName(kind)}: "${text}"`);
  const limit = LIMITS[kind];
  if (limit !== undefined && (value >= limit || value < -limit))
    throw failedQuery(`value "${text}" is out of range for type ${sqlName(kind)}`);
  return value;
}

/** What flyteadmin answers when the database refuses a query. */
export function failedQuery(problem: string) {
  return refused.unknown(`failed database operation with ${problem}`);
}

function readInteger(text: string): bigint | undefined {
  return /^\s*[+-]?\d+\s*$/.test(text) ? BigInt(text.trim().replace(/^\+/, "")) : undefined;
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** Microseconds since 1970. */
function readTime(text: string): bigint | undefined {
  const found = TIME.exec(text.trim());
  if (found === null) return undefined;
  const [, day, time = "00:00", fraction = "", zone = "Z"] = found;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
  const millis = Date.parse(`${day}T${time}${offset.toUpperCase()}`);
  if (Number.isNaN(millis)) return undefined;
  return BigInt(millis) * 1000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
}
