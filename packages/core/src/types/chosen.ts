import { AS } from "../brands/as-brand.js";
import { hasBrand } from "../brands/has-brand.js";
import { assertContract } from "../contract/assert-contract.js";
import { stamped } from "../contract/stamped.js";
import type { TypeTransformer } from "./transformer.js";

/** A value for a union together with the variant for which it is meant: what `t.as` returns. */
export interface Chosen {
  readonly "~as": TypeTransformer;
  readonly value: unknown;
}

/**
 * Makes the value that `t.as` returns, for the transformer of a variant: for code that converts values by their types, such as a
 * command line.
 */
export function chosen(type: TypeTransformer, value: unknown): Chosen {
  return Object.freeze(stamped({ [AS]: true, "~as": type, value }));
}

/** Whether `t.as` of this copy of the package, or another, made a value. @throws `VERSIONS_MIXED` */
export function isChosen(value: unknown): value is Chosen {
  if (!hasBrand(value, AS)) return false;
  assertContract(value as Chosen, { words: () => "a value of t.as" });
  return true;
}
