import { isDeepStrictEqual } from "node:util";
import type { GoValue } from "./go-json.js";
import { goText } from "./go-text.js";

/**
 * What flyteadmin says of two structures: each place that a patch in either direction names, with the old and the new value. What
 * is added to or removed from a list has no such place, and is not said.
 */
export function structureDiff(old: GoValue, now: GoValue): string {
  return changes(old, now, "").join("\n");
}

function changes(old: GoValue | undefined, now: GoValue | undefined, path: string): readonly string[] {
  if (isDeepStrictEqual(old, now)) return [];
  if (isList(old) && isList(now)) {
    const shared = old.slice(0, now.length);
    return shared.flatMap((each, index) => changes(each, now[index], `${path}/${index}`));
  }
  if (isObject(old) && isObject(now)) {
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].toSorted();
    return keys.flatMap((key) => changes(old[key], now[key], `${path}/${escaped(key)}`));
  }
  return [`${path}:\n\t- ${goText(old)} \n\t+ ${goText(now)}`];
}

function isList(value: GoValue | undefined): value is readonly GoValue[] {
  return Array.isArray(value);
}

function isObject(value: GoValue | undefined): value is { readonly [key: string]: GoValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function escaped(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
