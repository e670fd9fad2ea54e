import { describeValue } from "@flytekit-ts/core/errors";

/**
 * A setting in words.
 *
 * Not by `JSON.stringify`: it has no text for undefined, and throws for bigints, circular values and promises.
 */
export function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : describeValue(value);
}
