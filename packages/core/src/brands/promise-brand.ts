/** The mark of a promise, whichever copy of this package made it. */
export const PROMISE: unique symbol = Symbol.for("@flytekit-ts/promise");
