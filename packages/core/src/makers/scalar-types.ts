import { assertBoolean, assertOptions } from "../options/options.js";
import { atCaller } from "../errors/at-caller.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";
import { binaryTransformer } from "../transformers/bytes/binary.js";
import { booleanTransformer } from "../transformers/boolean.js";
import { dateTransformer } from "../transformers/date.js";
import { datetimeTransformer, exactDatetimeTransformer } from "../transformers/datetime.js";
import { durationTransformer, exactDurationTransformer } from "../transformers/duration.js";
import { errorTransformer } from "../transformers/error.js";
import { floatTransformer } from "../transformers/float.js";
import { bigintTransformer, intTransformer } from "../transformers/int.js";
import { exactJsonTransformer, jsonTransformer } from "../transformers/json/json.js";
import { noneTransformer } from "../transformers/none.js";
import { stringTransformer } from "../transformers/string.js";

/** Makes a type of Flyte, from options that nothing has checked. */
type Maker = (options?: unknown) => FlyteType<unknown, unknown>;

/**
 * The types that are made without another type: scalars, bytes and untyped records. `t` gives them their static types.
 *
 * Each throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN` or `OPTION_INVALID` at its caller.
 */
export const int: Maker = scalarType("int", intTransformer, { bigint: bigintTransformer });
export const float: Maker = scalarType("float", floatTransformer);
export const string: Maker = scalarType("string", stringTransformer);
export const boolean: Maker = scalarType("boolean", booleanTransformer);
export const datetime: Maker = scalarType("datetime", datetimeTransformer, {
  exact: exactDatetimeTransformer,
});
export const date: Maker = scalarType("date", dateTransformer);
export const duration: Maker = scalarType("duration", durationTransformer, {
  exact: exactDurationTransformer,
});
export const none: Maker = scalarType("none", noneTransformer);
export const error: Maker = scalarType("error", errorTransformer);
export const binary: Maker = scalarType("binary", binaryTransformer);
export const json: Maker = scalarType("json", jsonTransformer, { exact: exactJsonTransformer });

/** The maker of a type. Each option, set to true, chooses the transformer under its name instead. */
/* @__NO_SIDE_EFFECTS__ */
function scalarType(
  name: string,
  plain: TypeTransformer,
  others: { readonly [option: string]: TypeTransformer } = {},
): Maker {
  const known = new Set(Object.keys(others));
  const make: Maker = (options = {}) =>
    atCaller(make, () => {
      assertOptions(options, known, `t.${name}`);
      const chosen = Object.entries(others).find(([option]) => isOn(options, option, `t.${name}`));
      return makeType({ transformer: chosen?.[1] ?? plain });
    });
  // A type that was given without being called is known by this name.
  return Object.defineProperty(make, "name", { value: name });
}

function isOn(options: unknown, option: string, at: string): boolean {
  const given: unknown = Reflect.get(Object(options), option);
  assertBoolean(given, option, at);
  return given === true;
}
