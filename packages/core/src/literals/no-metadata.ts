import * as errors from "../errors.js";

const shared = new Map<string, string>();
for (const change of ["set", "delete", "clear"] as const) {
  Object.defineProperty(shared, change, {
    value(): never {
      throw errors.LITERAL_METADATA_SHARED({});
    },
  });
}

/**
 * The metadata of every literal that has none. It refuses to be changed.
 *
 * An empty map of its own is most of the memory of a small literal, and half of the time that it takes to make one
 * (docs/benchmarks.md).
 */
export const NO_METADATA: Map<string, string> = shared;
