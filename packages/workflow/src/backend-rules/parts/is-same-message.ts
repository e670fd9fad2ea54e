/**
 * Whether two messages are equal, field by field.
 *
 * The backend compares some types as texts, so an empty message differs from an absent one.
 */
export function isSameMessage(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [left, right] = [entriesOf(a), entriesOf(b)];
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isSameMessage(value, right.get(key)))
  );
}

function entriesOf(value: object): ReadonlyMap<unknown, unknown> {
  return value instanceof Map ? value : new Map<unknown, unknown>(Object.entries(value));
}
