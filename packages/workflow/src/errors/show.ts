import { describeValue } from "@flytekit-ts/core/errors";

/** A setting in words: JSON has none for undefined, bigints and circles, and a promise refuses to be written. */
export function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : describeValue(value);
}
