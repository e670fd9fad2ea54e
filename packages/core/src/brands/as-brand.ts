/** The key that marks a value of `t.as`. It is the same in every copy of this package. */
export const AS: unique symbol = Symbol.for("@flytekit-ts/as");
