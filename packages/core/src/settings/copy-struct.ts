import { assertWellFormed, hidden } from "../options/options.js";
import * as errors from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/** An object with JSON values, as a message can hold it. */
export type Struct = { readonly [key: string]: unknown };

/**
 * A copy of an object as JSON represents it, which is how it reaches the backend.
 *
 * @throws `OPTION_INVALID` for a value that is not an object, or that JSON cannot hold.
 */
export function copyStruct(given: Struct, option: string, at: string): Struct {
  if (!isPlainObject(given)) {
    const advice = `Give an object, such as \`${option}: { name: "value" }\`.`;
    throw errors.OPTION_INVALID({ at, option, wanted: "an object", ...hidden(given), advice });
  }
  const advice =
    "Leave out functions, symbols, bigints, NaN, infinite numbers, and objects that contain themselves.";
  const refused = (value: unknown, cause?: unknown): Error =>
    errors.OPTION_INVALID(
      { at, option, wanted: "values that JSON can hold", ...shown(value), advice },
      { cause },
    );
  try {
    // JSON.stringify silently leaves out functions and writes NaN as null.
    const text = JSON.stringify(given, (key, value: unknown) => {
      if (!isJson(value)) throw refused(value);
      assertWellFormed(key, option, at);
      if (typeof value === "string") assertWellFormed(value, option, at);
      return value;
    });
    return JSON.parse(text) as Struct;
  } catch (cause) {
    throw errors.OPTION_INVALID.is(cause) ? cause : refused(given, cause);
  }
}

// NaN and infinite numbers are no secrets, and other numbers are not refused.
function shown(value: unknown): { readonly given: unknown; readonly inWords?: string } {
  return typeof value === "number" ? { given: value } : hidden(value);
}

const NOT_JSON: ReadonlySet<string> = new Set(["bigint", "function", "symbol"]);

function isJson(value: unknown): boolean {
  return typeof value === "number" ? Number.isFinite(value) : !NOT_JSON.has(typeof value);
}
