import { quote, shorten } from "./enumerate.js";
import { AS } from "../brands/as-brand.js";
import { PROMISE } from "../brands/promise-brand.js";

/**
 * Whether a value is a plain object: from an object literal, without a prototype, or a plain object of another
 * realm. A promise is none, nor is a value of `t.as`: their keys are not those of their values.
 */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  try {
    if (Array.isArray(value)) return false;
    const prototype: object | null = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null && !isRoot(prototype)) return false;
    return Reflect.get(value, PROMISE) !== true && Reflect.get(value, AS) !== true;
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return false;
  }
}

/** Whether a value is an array. A proxy that was revoked is none, where `Array.isArray` would throw. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** The elements of an array, of which none is left out. Undefined for anything else, and for what cannot be read. */
export function elementsOf(value: unknown): readonly unknown[] | undefined {
  try {
    return Array.isArray(value) ? Array.from(value as readonly unknown[]) : undefined;
  } catch {
    // A proxy that was revoked, or that does not let itself be read.
    return undefined;
  }
}

// The prototype of plain objects in another realm. An object of the author's has keys, which would be inherited.
function isRoot(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.keys(prototype).length === 0;
}

/** Sets an own property, also for the key `__proto__`: a plain assignment of that key would set the prototype. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key !== "__proto__") target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A key as part of a path: `.name`, or `["any string"]`. */
export function segmentOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${shorten(key)}` : `[${quote(key)}]`;
}

/** Whether a string can be written as UTF-8. Half of a surrogate pair cannot, and an encoder would replace it. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed();
}
