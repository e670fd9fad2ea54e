/** The largest number in a field of the type `int32`. */
export const INT32 = 0x7fffffff;

/** The largest number in a field of the type `uint32`. */
export const UINT32 = 0xffffffff;

/** Whether a field can hold a number, whose type allows all of JavaScript's: a whole one from `least` to `most`. */
export function isWholeNumber(given: number, least: number, most: number): boolean {
  return Number.isInteger(given) && given >= least && given <= most;
}

/** The wanted numbers, in words. */
export function wholeNumberWords(least: number, most: number): string {
  return `a whole number from ${least} to ${most === INT32 ? "2^31 - 1" : "2^32 - 1"}`;
}
