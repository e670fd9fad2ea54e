import type { Place } from "./place.js";

/** Name of the function below whose frame nothing on a stack is the author's. */
export const AUTHOR_FRAME = "~author";

type Run = <A extends readonly unknown[], R>(place: Place, code: (...args: A) => R, ...args: A) => R;

let around: Place | undefined;

/** The place of the author's function that runs now, if any. */
export function placeAround(): Place | undefined {
  return around;
}

// Minifiers keep a name that is a string.
const runner: { readonly [AUTHOR_FRAME]: Run } = {
  [AUTHOR_FRAME](place, code, ...args) {
    const before = around;
    around = place;
    try {
      return code(...args);
    } finally {
      around = before;
    }
  },
};

/**
 * Run a function of the author's, which was given at `place`.
 *
 * Its frame tells where the author's code begins, so that a call from evaluated code, which has no file, is not placed
 * at the line of ours that runs it. The file cannot tell: in a bundle, the author's code and ours share one.
 */
export const runAuthor: Run = runner[AUTHOR_FRAME];
