import { placeAround } from "../source/run-author.js";
import type { Place } from "../source/place.js";
import { placeOfCaller } from "../source/source-location.js";
import { locate } from "./locate.js";

interface Declaring {
  /** The place of the author's function that runs around it, if any. */
  readonly around: Place | undefined;
}

let outer: Declaring | undefined;

/**
 * Runs a declaration. An error that it throws points at the line that called `callee`.
 *
 * A declaration inside another, with no function of the author's between them, is called by the other's code and not by
 * the author's: then the error points at the line that called the outer one.
 */
export function atCaller<T>(callee: (...args: never[]) => unknown, declare: () => T): T {
  const before = outer;
  const around = placeAround();
  outer = { around };
  try {
    return declare();
  } catch (error) {
    if (before !== undefined && before.around === around) throw error;
    throw locate(error, placeOfCaller(callee, atCaller));
  } finally {
    outer = before;
  }
}
