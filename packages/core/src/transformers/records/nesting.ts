import { mismatch } from "../../types/mismatch.js";

/**
 * How often a record may be in itself. Python stops at 511 levels of lists and maps, and JavaScript's stack is not much
 * deeper; a value that contains itself has no end at all.
 */
export const MOST_NESTED = 250;

let depth = 0;

/** What `convert` returns, one level deeper in a recursive value. @throws `VALUE_TYPE_MISMATCH` if it is too deep. */
export function nested<T>(words: string, convert: () => T): T {
  if (depth >= MOST_NESTED) {
    const wanted = `${words} in at most ${MOST_NESTED} others`;
    throw mismatch(wanted, "one that is nested more deeply, or that contains itself", "too-deep");
  }
  depth += 1;
  try {
    return convert();
  } finally {
    depth -= 1;
  }
}
