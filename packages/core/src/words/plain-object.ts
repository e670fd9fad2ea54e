/** An object that is its own data: a literal, a null-prototype object, or one from another realm. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Assigns as an own property, also for the key `__proto__`, which plain assignment would take as the prototype. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A key as part of a path: `.name`, or `["any text"]`. */
export function segmentOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text has a UTF-8 form: half of a surrogate pair has none, and would be replaced on the way. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
