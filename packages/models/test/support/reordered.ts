/** An equal message whose maps and Structs hold their entries in the opposite order. */
export function reordered(value: unknown): unknown {
  if (value instanceof Map) {
    return new Map([...value].toReversed().map(([key, item]: [unknown, unknown]) => [key, reordered(item)]));
  }
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const copy: { [key: string]: unknown } = Object.create(null);
  for (const [key, item] of Object.entries(value).toReversed()) copy[key] = reordered(item);
  return copy;
}
