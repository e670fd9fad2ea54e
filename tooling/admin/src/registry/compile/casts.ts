import { castability } from "@flytekit-ts/core/casts";
import type { LiteralType } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";

/**
 * Whether Flyte's engine takes a value of one type where it wants another.
 *
 * @throws Refusal INTERNAL for types whose comparison ends in a panic there
 */
export function casts(from: LiteralType | undefined, to: LiteralType | undefined): boolean {
  if (from === undefined || to === undefined) return false;
  const verdict = castability(from, to);
  if (verdict === "crashes-backend") throw refused.internal("");
  return verdict === "castable";
}
