import type { Codec } from "@flytekit-ts/models";
import { type JsonValue, toJson } from "@flytekit-ts/models/json";

/** A text that is equal for messages of equal content, whatever the order of keys in their maps. */
export function digestOf<T>(codec: Codec<T>, message: T): string {
  return JSON.stringify(sorted(toJson(codec, message)));
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
