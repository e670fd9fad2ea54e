/**
 * Whether a value is a plain object: from an object literal, without a prototype, or a plain object of another
 * realm.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (Array.isArray(value)) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return false;
  }
}

/** Sets an own property, also for the key `__proto__`: a plain assignment of that key would set the prototype. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A key as part of a path: `.name`, or `["any string"]`. */
export function segmentOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a string can be written as UTF-8. Half of a surrogate pair cannot, and an encoder would replace it. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
