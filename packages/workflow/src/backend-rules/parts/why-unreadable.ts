// Decoders follow 100 messages inside each other, each of them at most three levels of objects here.
const DEEPEST = 500;
// Far beyond what a cluster stores. Parts that are shared count each time that they are met.
const LARGEST = 5_000_000;

/**
 * Why messages cannot be read to their end, if they cannot.
 *
 * What was decoded from bytes always can. What was made otherwise may contain itself, or share its parts so that it
 * is small in memory and without end for whoever walks it.
 */
export function whyUnreadable(message: unknown): string | undefined {
  let left = LARGEST;
  const isEndless = (value: object, depth: number): boolean => {
    left -= 1;
    if (depth > DEEPEST || left < 0) return true;
    if (value instanceof Map || Array.isArray(value)) {
      for (const part of value.values()) if (isObject(part) && isEndless(part, depth + 1)) return true;
      return false;
    }
    const parts = value as Readonly<Record<string, unknown>>;
    for (const key in parts) {
      const part = parts[key];
      if (isObject(part) && isEndless(part, depth + 1)) return true;
    }
    return false;
  };
  if (!isObject(message) || !isEndless(message, 0)) return undefined;
  return left < 0 ? `it has more than ${LARGEST} parts` : `it nests deeper than ${DEEPEST} levels`;
}

// Bytes are one value.
function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
