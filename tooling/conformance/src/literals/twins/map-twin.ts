import { memberOf } from "../../messages/json.js";
import { within } from "../described/source.js";
import { isReadObject } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin } from "./twin.js";

/** Maps from strings. */
export function mapTwin({ value: inside }: OfKind<"map">, making: Making): Twin {
  const inner = making.twinOf(inside, making);
  return {
    type: maker("map")(inner.type),
    fits: (value) => isReadObject(value) && !value.has("$map") && [...value.values()].every((item) => inner.fits(item)),
    isFair: (value) =>
      isReadObject(value) &&
      !value.has("$map") &&
      [...value.values()].every((item) => inner.fits(item) || inner.isFair(item)),
    native(value, literal) {
      // A map with keys of other types is no map of ours.
      if (!isReadObject(value) || value.has("$map")) return nativeOfAny(value);
      const literals = within(literal, "map", "literals");
      return Object.fromEntries([...value].map(([key, item]) => [key, inner.native(item, memberOf(literals, key))]));
    },
    isSame(value, decoded) {
      if (!isReadObject(value) || typeof decoded !== "object" || decoded === null) return false;
      const same = [...value].every(([key, item]) => Object.hasOwn(decoded, key) && inner.isSame(item, Reflect.get(decoded, key)));
      return same && Object.keys(decoded).length === value.size;
    },
  };
}
