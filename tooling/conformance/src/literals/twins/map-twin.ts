import { memberOf } from "../../messages/json.js";
import { within } from "../described/source.js";
import { isReadObject, type Read, type ReadObject } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin } from "./twin.js";

/** Maps from strings. */
export function mapTwin({ value: inside }: OfKind<"map">, making: Making): Twin {
  const inner = making.twinOf(inside, making);
  return {
    type: maker("map")(inner.type),
    fits: (value) => isMap(value) && [...value.values()].every((item) => inner.fits(item)),
    takes: (value) => isMap(value) && [...value.values()].every((item) => inner.takes(item)),
    native(value, literal) {
      // A map with keys of other types is no map of ours.
      if (!isMap(value)) return nativeOfAny(value);
      const literals = within(literal, "map", "literals");
      return Object.fromEntries(
        [...value].map(([key, item]) => [key, inner.native(item, memberOf(literals, key))]),
      );
    },
    isSame(value, decoded) {
      if (!isMap(value) || typeof decoded !== "object" || decoded === null) return false;
      const same = [...value].every(
        ([key, item]) => Object.hasOwn(decoded, key) && inner.isSame(item, Reflect.get(decoded, key)),
      );
      return same && Object.keys(decoded).length === value.size;
    },
  };
}

function isMap(value: Read): value is ReadObject {
  return isReadObject(value) && ![...value.keys()].some((key) => key.startsWith("$"));
}
