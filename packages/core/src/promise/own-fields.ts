/**
 * Gives an object its fields as own properties, and freezes it.
 *
 * A proxy may report only keys that its target has, so the keys of a promised record must be own properties. They
 * are set when somebody first asks for them: most promises are passed on whole.
 */
export function ownFields<T extends object>(
  target: T,
  fields: Iterable<readonly [name: string, value: unknown]>,
): T {
  for (const [name, value] of fields) Object.defineProperty(target, name, { value, enumerable: true });
  return Object.freeze(target);
}
