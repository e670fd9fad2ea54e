import * as errors from "../errors.js";

/** Asserts that retries is a whole number from 0 to 2^32 - 1. @throws `OPTION_INVALID` */
export function assertRetries(retries: unknown, at: string): void {
  if (!Number.isInteger(retries) || Number(retries) < 0 || Number(retries) > 0xffffffff) {
    const params = { at, option: "retries", wanted: "a whole number from 0 to 2^32 - 1", given: retries };
    throw errors.OPTION_INVALID({ ...params, advice: "Give a number such as `retries: 3`; 0 means none." });
  }
}
