import * as errors from "../errors.js";
import { assertOptions } from "../options/options.js";
import type { TypeLike } from "../types/infer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { innerType } from "./inner-type.js";

const OPTIONS: ReadonlySet<string> = new Set(["keys"]);

// The transformers of values that MessagePack and a `dict` have as keys.
const KEYS: ReadonlySet<string> = new Set([
  "int",
  "float",
  "bool",
  "date",
  "DefaultEnumTransformer",
  "LiteralTypeTransformer",
]);

/** The type of a map's keys from its options; undefined for strings, which Flyte's own maps have. */
export function keyType(options: { readonly keys?: TypeLike }): TypeTransformer | undefined {
  assertOptions(options, OPTIONS, "t.map");
  if (options.keys === undefined) return undefined;
  const transformer = innerType(options.keys, "keys", "t.map");
  if (transformer.tag === "str") return undefined;
  if (KEYS.has(transformer.tag)) return transformer;
  const wanted = "a type of integers, floats, booleans, dates or constants";
  const advice = "Leave `keys` out for a map from strings, or use a list of records with a key and a value.";
  const params = { at: "t.map", option: "keys", wanted, given: options.keys, inWords: transformer.words };
  throw errors.OPTION_INVALID({ ...params, advice });
}
