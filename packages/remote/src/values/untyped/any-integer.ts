import { t } from "@flytekit-ts/core";
import { deriveType } from "@flytekit-ts/core/types";

/** Integers of which nothing else is known: safe ones as numbers, and larger ones as `bigint`, so that none is rounded. */
export const anyInteger = deriveType("integer", t.int({ bigint: true }), {
  encode: (value: number | bigint) => value,
  decode: (value): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value),
});
