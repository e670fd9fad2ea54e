import type { SchemaElement, TimeUnit } from "hyparquet";
import type { Cell, LeafKind } from "../columns/cell.js";
import { decimalText } from "./decimal-text.js";
import { halfFloat } from "./half-float.js";
import type { LeafNode } from "./schema/node.js";
import { isText } from "./schema/read-schema.js";

/** What the values of a leaf are, and how their plain form becomes cells. */
export interface LeafSource {
  readonly kind: LeafKind | "decimal" | "none" | "other" | "time" | "uuid";
  /** The kind in words, for messages. */
  readonly words: string;
  cellOf(plain: unknown): Cell;
}

/** What a leaf of a file holds. */
export function leafSource({ element, durationUnit }: LeafNode): LeafSource {
  const { type, logical_type: logical } = element;
  if (durationUnit !== undefined) return times("duration", "a duration", durationUnit);
  const precise = decimalScale(element);
  if (precise !== undefined) return { ...TEXTUAL, cellOf: (plain) => decimalText(plain, precise) };
  const unit = timestampUnit(element);
  if (unit !== undefined) return times("datetime", "a datetime", NANOSECONDS[unit]);
  if (isDate(element)) return times("date", "a date", DAY);
  const time = timeUnit(element);
  if (time !== undefined)
    return { kind: "time", words: "a time of day", cellOf: (plain) => timeText(plain, time) };
  if (isText(element)) return { kind: "string", words: "a string", cellOf: (plain) => plain as string };
  if ((logical as { type?: string } | undefined)?.type === "NULL")
    return { kind: "none", words: "nothing", cellOf: () => null };
  return physical(type, element);
}

function physical(type: SchemaElement["type"], element: SchemaElement): LeafSource {
  switch (type) {
    case "BOOLEAN":
      return { kind: "boolean", words: "a boolean", cellOf: (plain) => plain as boolean };
    case "INT32":
    case "INT64":
      return { kind: "int", words: "an integer", cellOf: integers(element) };
    case "INT96":
      return { kind: "datetime", words: "a datetime", cellOf: (plain) => plain as bigint };
    case "FLOAT":
    case "DOUBLE":
      return { kind: "float", words: "a float", cellOf: (plain) => plain as number };
    case "FIXED_LEN_BYTE_ARRAY":
      return fixedBytes(element);
    case "BYTE_ARRAY":
      return BYTES;
    default:
      return { kind: "other", words: "of a type that is not known", cellOf: () => null };
  }
}

const BYTES: LeafSource = { kind: "bytes", words: "bytes", cellOf: copied };
const TEXTUAL = { kind: "decimal", words: "a decimal" } as const;

// The plain form is a part of the page, which would be kept as long as one of its values.
function copied(plain: unknown): Uint8Array {
  return new Uint8Array(plain as Uint8Array);
}

function fixedBytes({ converted_type, logical_type }: SchemaElement): LeafSource {
  if (logical_type?.type === "FLOAT16")
    return { kind: "float", words: "a float", cellOf: (plain) => halfFloat(plain as Uint8Array) };
  if (logical_type?.type === "UUID") return { kind: "uuid", words: "a UUID", cellOf: uuidText };
  if (converted_type === "INTERVAL")
    return { kind: "other", words: "a span of months and days", cellOf: () => null };
  return BYTES;
}

// Unsigned integers are stored as signed ones with the same bits.
function integers({ type, converted_type, logical_type }: SchemaElement): (plain: unknown) => bigint {
  const isUnsigned =
    (logical_type?.type === "INTEGER" && !logical_type.isSigned) ||
    converted_type?.startsWith("UINT_") === true;
  if (!isUnsigned) return (plain) => BigInt(plain as bigint | number);
  const width = type === "INT32" ? 32 : 64;
  return (plain) => BigInt.asUintN(width, BigInt(plain as bigint | number));
}

const NANOSECONDS = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n } as const;
const DAY = 86_400_000_000_000n;

function times(kind: "date" | "datetime" | "duration", words: string, unit: bigint): LeafSource {
  return { kind, words, cellOf: (plain) => BigInt(plain as bigint | number) * unit };
}

function timestampUnit({ converted_type, logical_type }: SchemaElement): TimeUnit | undefined {
  if (logical_type?.type === "TIMESTAMP") return logical_type.unit;
  if (converted_type === "TIMESTAMP_MILLIS") return "MILLIS";
  return converted_type === "TIMESTAMP_MICROS" ? "MICROS" : undefined;
}

function timeUnit({ converted_type, logical_type }: SchemaElement): TimeUnit | undefined {
  if (logical_type?.type === "TIME") return logical_type.unit;
  if (converted_type === "TIME_MILLIS") return "MILLIS";
  return converted_type === "TIME_MICROS" ? "MICROS" : undefined;
}

function isDate({ converted_type, logical_type }: SchemaElement): boolean {
  return converted_type === "DATE" || logical_type?.type === "DATE";
}

function decimalScale({ converted_type, logical_type, scale }: SchemaElement): number | undefined {
  if (logical_type?.type === "DECIMAL") return logical_type.scale;
  return converted_type === "DECIMAL" ? (scale ?? 0) : undefined;
}

function timeText(plain: unknown, unit: TimeUnit): string {
  const nanos = BigInt(plain as bigint | number) * NANOSECONDS[unit];
  const seconds = Number(nanos / 1_000_000_000n);
  const two = (value: number): string => String(value).padStart(2, "0");
  const whole = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = String(nanos % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function uuidText(plain: unknown): string {
  const hex = Buffer.from(plain as Uint8Array).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
