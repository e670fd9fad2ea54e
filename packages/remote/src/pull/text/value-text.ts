import { isDate, isMap, isUint8Array } from "node:util/types";
import { compactObject, listText } from "./object-text.js";
import { quoted } from "./quoted.js";

const LONGEST = 16_384;

/**
 * A value as code that makes it; undefined for one that no code makes: a file, a time between two milliseconds, bytes
 * without end.
 */
export function valueText(value: unknown): string | undefined {
  switch (typeof value) {
    case "undefined":
    case "boolean":
      return String(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return `${value}n`;
    case "string":
      return quoted(value);
    case "object":
      return value === null ? "null" : objectValueText(value);
    default:
      return undefined;
  }
}

function objectValueText(value: object): string | undefined {
  if (Array.isArray(value)) return itemsText(value);
  if (isUint8Array(value))
    return value.length > LONGEST ? undefined : `new Uint8Array(${listText([...value].map(String))})`;
  if (isDate(value)) return isWhole(value) ? `new Date(${quoted(value.toISOString())})` : undefined;
  if (isMap(value)) {
    const entries = [...value].map((entry) => itemsText(entry));
    return entries.every((entry) => entry !== undefined) ? `new Map(${listText(entries)})` : undefined;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  const properties: { name: string; code: string }[] = [];
  for (const [name, part] of Object.entries(value)) {
    const code = valueText(part);
    if (code === undefined) return undefined;
    properties.push({ name, code });
  }
  return compactObject(properties);
}

function itemsText(items: readonly unknown[]): string | undefined {
  const codes = items.map((item) => valueText(item));
  return codes.every((code) => code !== undefined) ? listText(codes) : undefined;
}

// A datetime of Flyte's has nanoseconds, which no `new Date` gives it.
function isWhole(date: Date): boolean {
  return (Reflect.get(date, "nanosOfMillisecond") ?? 0) === 0;
}
