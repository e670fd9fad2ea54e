import { FlyteFloat } from "@flytekit-ts/core";

/**
 * A decoded value in the form in which it is compared with `expected`: dates with their nanoseconds, and files,
 * directories and datasets with what is in them.
 */
export async function comparable(value: unknown): Promise<unknown> {
  if (value instanceof Date) {
    const rest = "nanosOfMillisecond" in value ? value.nanosOfMillisecond : 0;
    return { milliseconds: value.getTime(), nanosOfMillisecond: rest };
  }
  if (Array.isArray(value)) return Promise.all(value.map(comparable));
  if (value instanceof Map) {
    const entries = [...value].map(async ([key, part]) => [key, await comparable(part)] as const);
    return new Map(await Promise.all(entries));
  }
  if (typeof value !== "object" || value === null || isWhole(value)) return value;
  const entries = Object.entries(value).map(async ([key, part]) => [key, await comparable(part)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function isWhole(value: object): boolean {
  return value instanceof Uint8Array || value instanceof FlyteFloat;
}
