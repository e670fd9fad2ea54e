import { isPlainObject, setOwn } from "../../words/plain-object.js";

/** An object of JSON with changes: objects are changed within, other values replaced, and what is `undefined` taken out. */
export function mergeJson(
  json: { readonly [key: string]: unknown },
  changes: { readonly [key: string]: unknown },
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
