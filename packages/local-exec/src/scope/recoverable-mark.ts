const marks = new WeakMap<object, boolean>();

/**
 * Remember of an error whether it is recoverable, because that was decided where it was thrown: in another thread or
 * process, from which it came without its class. Returns the error.
 */
export function markRecoverable<E extends Error>(error: E, recoverable: boolean): E {
  marks.set(error, recoverable);
  return error;
}

/** Whether an error is recoverable, if that was decided where it was thrown. */
export function recoverableMark(error: unknown): boolean | undefined {
  return typeof error === "object" && error !== null ? marks.get(error) : undefined;
}
