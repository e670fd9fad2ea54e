import { isWellFormed } from "../words/plain-object.js";
import type { Json } from "./transformer.js";

/** A copy of an object as JSON; undefined if JSON cannot hold it whole, or is nested too deep for a message. */
export function copyJson(given: object): { readonly [key: string]: Json } | undefined {
  let isWhole = true;
  try {
    const text = JSON.stringify(given, (key, value: unknown) => {
      isWhole &&= isWellFormed(key) && isJson(value);
      return isWhole ? value : null;
    });
    return isWhole ? (JSON.parse(text) as { readonly [key: string]: Json }) : undefined;
  } catch {
    // A getter that throws, an object that contains itself.
    return undefined;
  }
}

// JSON.stringify leaves out functions and what is undefined, and writes NaN as null.
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return isWellFormed(value);
  return typeof value === "boolean" || typeof value === "object";
}
