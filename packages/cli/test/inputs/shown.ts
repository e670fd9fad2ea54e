import { isDate } from "node:util/types";

/** A value that a task received, as the JSON in which the rows have it. */
export function shown(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "bigint") return { $int: String(value) };
  if (typeof value === "number" && !Number.isFinite(value)) return { $float: String(value) };
  if (typeof value !== "object") return value;
  if (isDate(value)) return { $time: micros(value) };
  if (Array.isArray(value)) return value.map(plain);
  const uri: unknown = Reflect.get(value, "uri");
  if (typeof uri === "string") return { $uri: uri };
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [String(key), plain(item)]));
}

function micros(date: Date): string {
  const rest = "nanosOfMillisecond" in date ? Number(date.nanosOfMillisecond) : 0;
  return String(BigInt(date.getTime()) * 1000n + BigInt(Math.floor(rest / 1000)));
}
