import { extentOf, isObject } from "./extent-of.js";

// flyteadmin is known to take 60 nested conditionals, of five levels of objects each, and 150 joined conditions, of three
// each. Other messages nest at most 100 deep, of at most three levels each.
const DEEPEST = 500;
// Far more than a cluster stores. A shared part counts each time it is met.
const LARGEST = 5_000_000;
// A plain walk is several times faster than one that knows shared parts, and this many steps take a tenth of a second.
const QUICK = LARGEST;

/**
 * Why messages cannot be read completely; `undefined` if they can.
 *
 * Messages that were decoded from bytes always can. Others may contain themselves. Or they share parts so often that
 * they are small in memory, but walking them takes endless time.
 */
export function whyUnreadable(message: unknown): string | undefined {
  if (!isObject(message)) return undefined;
  let left = QUICK;
  const isBeyond = (value: object, depth: number): boolean => {
    left -= 1;
    if (depth > DEEPEST || left < 0) return true;
    if (Array.isArray(value)) return value.some((part) => isObject(part) && isBeyond(part, depth + 1));
    if (value instanceof Map) {
      for (const part of value.values()) if (isObject(part) && isBeyond(part, depth + 1)) return true;
      return false;
    }
    const parts = value as Readonly<Record<string, unknown>>;
    for (const key in parts) {
      const part = parts[key];
      if (isObject(part) && isBeyond(part, depth + 1)) return true;
    }
    return false;
  };
  if (!isBeyond(message, 0)) return undefined;
  const { parts, height } = left < 0 ? extentOf(message, DEEPEST) : { parts: 0, height: Infinity };
  if (height > DEEPEST) return `it nests deeper than ${DEEPEST} levels`;
  return parts > LARGEST ? `it has more than ${LARGEST} parts` : undefined;
}
