/**
 * Whether an object has a brand, which is true. The object may be anything that a program threw, such as a proxy that
 * throws when it is asked; then it has none.
 */
export function hasBrand(value: unknown, brand: symbol): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    return Reflect.get(value, brand) === true;
  } catch {
    return false;
  }
}
