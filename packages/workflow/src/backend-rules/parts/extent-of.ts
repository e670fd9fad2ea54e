/** How far an object reaches, with all objects inside it. */
export interface Extent {
  /** Itself and the objects inside it; a shared one counts each time it is met. */
  readonly parts: number;
  /** How many levels of objects are nested inside it. */
  readonly height: number;
}

const ENDLESS: Extent = { parts: Infinity, height: Infinity };

/**
 * The extent of an object. Each shared part is walked once, so this ends soon where a plain walk would not.
 *
 * An object that contains itself is endless, and so is one that nests deeper than `deepest`, which bounds the stack.
 */
export function extentOf(root: object, deepest: number): Extent {
  const known = new Map<object, Extent>();
  const measure = (value: object, depth: number): Extent => {
    const before = known.get(value);
    if (before !== undefined) return before;
    if (depth > deepest) return ENDLESS;
    // Until it is measured, it can be met again only inside itself.
    known.set(value, ENDLESS);
    let [parts, height] = [1, 0];
    for (const part of partsOf(value)) {
      if (!isObject(part)) continue;
      const inner = measure(part, depth + 1);
      parts += inner.parts;
      height = Math.max(height, inner.height + 1);
    }
    const extent = { parts, height };
    known.set(value, extent);
    return extent;
  };
  return measure(root, 0);
}

function partsOf(value: object): Iterable<unknown> {
  return value instanceof Map || Array.isArray(value) ? value.values() : Object.values(value);
}

/** Whether a value has parts. Bytes are one value. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}
