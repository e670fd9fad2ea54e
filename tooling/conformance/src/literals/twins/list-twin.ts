import { listOf, within } from "../described/source.js";
import { isReadList } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin } from "./twin.js";

/** Lists. */
export function listTwin({ element }: OfKind<"list">, making: Making): Twin {
  const inner = making.twinOf(element, making);
  return {
    type: maker("list")(inner.type),
    fits: (value) => isReadList(value) && value.every((item) => inner.fits(item)),
    takes: (value) => isReadList(value) && value.every((item) => inner.takes(item)),
    native(value, literal) {
      if (!isReadList(value)) return nativeOfAny(value);
      const literals = listOf(within(literal, "collection", "literals"));
      return value.map((item, i) => inner.native(item, literals[i]));
    },
    isSame: (value, decoded) =>
      isReadList(value) &&
      Array.isArray(decoded) &&
      value.length === decoded.length &&
      value.every((item, i) => inner.isSame(item, decoded[i])),
  };
}
