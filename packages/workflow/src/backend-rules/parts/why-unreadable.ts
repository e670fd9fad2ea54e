// Decoders accept at most 100 nested messages. Each is at most three levels of objects here.
const DEEPEST = 500;
// Far more than a cluster stores. A shared part counts each time it is met.
const LARGEST = 5_000_000;

/**
 * Why messages cannot be read completely; `undefined` if they can.
 *
 * Messages that were decoded from bytes always can. Others may contain themselves. Or they share parts so often that
 * they are small in memory, but walking them takes endless time.
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

// Byte arrays count as one value.
function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
