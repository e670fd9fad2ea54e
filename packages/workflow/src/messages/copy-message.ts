/**
 * A deep copy of a message.
 *
 * A lowered message shares its types, constants and resources with the definitions. A caller may change its message,
 * and that must not change the definitions.
 */
export function copyMessage<T>(message: T): T {
  return copy(message) as T;
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copy(item)]));
  if (value instanceof Uint8Array) return value.slice();
  return copyObject(value);
}

// A loop is faster than `Object.entries`, and this runs for every constant of every node. A Struct has no prototype,
// so that any key in it is data; its copy has none either.
function copyObject(value: object): object {
  const source = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = Object.getPrototypeOf(value) === null ? Object.create(null) : {};
  for (const key in source) result[key] = copy(source[key]);
  return result;
}
