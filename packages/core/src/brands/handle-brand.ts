/** The key that marks a file or directory as a task receives it: `"file"` or `"directory"`. It is the same in every copy of this package. */
export const HANDLE: unique symbol = Symbol.for("@flytekit-ts/handle");
