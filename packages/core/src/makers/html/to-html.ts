import { resolveType } from "../../schemas/resolve-type.js";
import type { Out, TypeLike } from "../../types/infer.js";
import { renderValue } from "./render-value.js";

/**
 * A value of a type as HTML, for a deck.
 *
 * A type can have a `toHtml` of its own. All other values are escaped, and cut: texts at 1,000 characters, lists and
 * records at 100 entries and 6 levels, and all at 2,000 values.
 *
 * @throws `TYPE_UNKNOWN`; `VALUE_TYPE_MISMATCH` if the type's own `toHtml` returns no string.
 */
export function toHtml<const X extends TypeLike>(type: X, value: Out<X>): string {
  const { transformer } = resolveType(type, "`toHtml`");
  return renderValue(value, transformer);
}
