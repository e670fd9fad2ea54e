/** Data with every text in it masked, also those that are keys' values at any depth. */
export function masked<T>(data: T, mask: (text: string) => string): T {
  return maskedValue(data, mask) as T;
}

function maskedValue(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => maskedValue(each, mask));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskedValue(each, mask)]));
}
