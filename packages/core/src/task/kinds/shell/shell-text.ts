import { isPlainObject } from "../../../words/plain-object.js";

/** The value of an input as text for a script: a local path for a file, JSON for what has parts, ISO for a datetime. */
export async function shellText(value: unknown): Promise<string> {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (hasPath(value)) return value.path();
  const isPrimitive = ["number", "bigint", "boolean"].includes(typeof value);
  if (isPrimitive || hasOwnText(value)) return `${value as number}`;
  return JSON.stringify(await plain(value));
}

// Datetimes with nanoseconds and floats of their own print themselves.
function hasOwnText(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isPlainObject(value);
}

function hasPath(value: unknown): value is { path(): Promise<string> } {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "path") === "function";
}

// Inside JSON a file is its path too, and an int beyond doubles keeps its digits as a string.
async function plain(value: unknown): Promise<unknown> {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (hasPath(value)) return value.path();
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(async ([key, part]) => [key, await plain(part)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
