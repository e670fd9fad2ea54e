// Put in by the bundler. The sources alone have no version.
declare const PACKAGE_VERSION: string | undefined;

/**
 * The number of the contract between copies of these packages in one process: the form of all that one copy makes
 * and another reads. Copies with the same number work together, whatever their versions. CONTRIBUTING says what
 * raises it.
 */
export const CONTRACT = 1;

/** What a copy writes on all that it makes. This form never changes: copies of any contract read it. */
export interface Stamp {
  readonly contract: number;
  /** The version of `@flytekit-ts/core`. */
  readonly version: string;
}

/** The stamp of this copy. */
export const STAMP: Stamp = Object.freeze({
  contract: CONTRACT,
  version: typeof PACKAGE_VERSION === "string" ? PACKAGE_VERSION : "0.0.0",
});

/** The key of the stamp. It is the same in every copy of this package. */
export const STAMPED: unique symbol = Symbol.for("@flytekit-ts/contract");
