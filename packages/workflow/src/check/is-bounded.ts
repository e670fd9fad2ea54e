import { types } from "node:util";

// Deeper than what decoders read, counting a message and its oneof as levels of their own, and larger than what
// flyteadmin receives.
const DEEPEST = 500;
const LARGEST = 4_000_000;

interface Extent {
  readonly height: number;
  readonly size: number;
}

const ENDLESS: Extent = { height: Infinity, size: Infinity };

/**
 * Whether a message can be walked through in good time.
 *
 * Any message that was decoded can. One made by hand may hold itself, or the same part so often that its tree
 * has no end in sight; each part is looked at once here.
 */
export function isBounded(message: unknown): boolean {
  return extentOf(message, 0, new Map()) !== ENDLESS;
}

function extentOf(value: unknown, depth: number, known: Map<object, Extent>): Extent {
  if (typeof value !== "object" || value === null) return { height: 0, size: 0 };
  const seen = known.get(value);
  if (seen !== undefined) return seen;
  if (depth > DEEPEST) return ENDLESS;
  // Until it is measured, so that what holds itself is endless.
  known.set(value, ENDLESS);
  let [height, size] = [0, 1];
  for (const part of partsOf(value)) {
    const extent = extentOf(part, depth + 1, known);
    height = Math.max(height, extent.height + 1);
    size += extent.size;
    if (height > DEEPEST || size > LARGEST) return ENDLESS;
  }
  const extent = { height, size };
  known.set(value, extent);
  return extent;
}

function partsOf(value: object): Iterable<unknown> {
  if (ArrayBuffer.isView(value)) return [];
  return types.isMap(value) ? value.values() : Object.values(value);
}
