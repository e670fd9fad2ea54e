import type { Json } from "../../types/transformer.js";
import { isPlainObject, setOwn } from "../../words/plain-object.js";

/** Changes to an object of JSON: objects are changed within, and other values replaced. What is `undefined` is taken out. */
export type JsonChanges = { readonly [key: string]: JsonChange };

/** A change to a value of JSON. */
export type JsonChange = Json | undefined | JsonChanges;

/** An object of JSON with changes. */
export function mergeJson(
  json: { readonly [key: string]: unknown },
  changes: JsonChanges,
): { [key: string]: unknown } {
  const merged: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(json))
    if (!Object.hasOwn(changes, key)) setOwn(merged, key, value);
  for (const [key, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const own: unknown = Object.hasOwn(json, key) ? json[key] : undefined;
    setOwn(merged, key, isPlainObject(change) && isPlainObject(own) ? mergeJson(own, change) : change);
  }
  return merged;
}
