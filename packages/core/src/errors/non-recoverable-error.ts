const BRAND = Symbol.for("@flytekit-ts/non-recoverable-error");

/**
 * Thrown by a task to say that trying again is pointless.
 *
 * Any other error of a task with retries is tried again; this one ends the task at once.
 */
export class NonRecoverableError extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "NonRecoverableError";
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether a thrown value asks not to be tried again; errors of another copy of this package count too. */
export function isNonRecoverable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Reflect.get(value, BRAND) === true;
}
