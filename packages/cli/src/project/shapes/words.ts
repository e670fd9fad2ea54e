import { describeValue } from "@flytekit-ts/core/errors";
import { segmentOf } from "@flytekit-ts/core/graph";

/** A path of keys as an author would write it: `profiles.prod.images["a b"]`. */
export function pathOf(keys: readonly string[]): string {
  if (keys.length === 0) return "the default export";
  return `\`${keys.map(segmentOf).join("").replace(/^\./, "")}\``;
}

/** What a value is, without its content. */
export function describeKindOf(value: unknown): string {
  if (typeof value === "number") return Number.isInteger(value) ? "a number" : "a fraction or no number";
  if (value === "") return "an empty string";
  return typeof value === "bigint" ? "a bigint" : describeValue(value);
}
