import { hasBrand } from "../../brands/has-brand.js";

const BRAND = Symbol.for("@flytekit-ts/non-recoverable-error");

/**
 * An error that a task throws when another attempt is pointless.
 *
 * After any other error a task with retries is tried again; this one ends the task at once.
 */
export class NonRecoverableError extends Error {
  /** Whether a value is such an error, of this copy of the package or another. */
  static override [Symbol.hasInstance](value: unknown): value is NonRecoverableError {
    const isOfClass: unknown = Function.prototype[Symbol.hasInstance].call(this, value);
    return isOfClass === true || (this === NonRecoverableError && isNonRecoverable(value));
  }

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "NonRecoverableError";
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether a thrown value is a `NonRecoverableError`, of this copy of the package or another. */
export function isNonRecoverable(value: unknown): boolean {
  return hasBrand(value, BRAND);
}
