import { entriesOf } from "../described/source.js";
import { isReadObject } from "../rows/read-json.js";
import { jsonTwin } from "./json-twin.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin } from "./twin.js";

const KEYS: ReadonlySet<string> = new Set(["int", "float", "bool"]);

/** Maps with keys that are no strings. Keys that are strings only for MessagePack make an untyped record of ours. */
export function keyedTwin({ key, value: inside }: OfKind<"keyed">, making: Making): Twin {
  if (!KEYS.has(key.kind)) return jsonTwin();
  const [keys, values] = [making.twinOf(key, making), making.twinOf(inside, making)];
  return {
    type: maker("map")(values.type, { keys: keys.type }),
    fits: (value) =>
      isReadObject(value) && entriesOf([value]).every(([name, item]) => keys.fits(name) && values.fits(item)),
    takes: (value) =>
      isReadObject(value) &&
      entriesOf([value]).every(([name, item]) => keys.takes(name) && values.takes(item)),
    native(value) {
      if (!isReadObject(value)) return nativeOfAny(value);
      return new Map(entriesOf([value]).map(([name, item]) => [keys.native(name), values.native(item)]));
    },
    isSame(value, decoded) {
      const entries = entriesOf([value]);
      if (!(decoded instanceof Map) || decoded.size !== entries.length) return false;
      const found = [...decoded];
      return entries.every(([name, item]) =>
        found.some(([ourName, ours]) => keys.isSame(name, ourName) && values.isSame(item, ours)),
      );
    },
  };
}
