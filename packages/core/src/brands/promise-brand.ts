/** The key that marks a promise. It is the same in every copy of this package. */
export const PROMISE: unique symbol = Symbol.for("@flytekit-ts/promise");
