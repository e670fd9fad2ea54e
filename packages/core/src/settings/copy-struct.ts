import { errors } from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/** An object as it travels in a message: what JSON can hold. */
export type Struct = { readonly [key: string]: unknown };

/**
 * A copy of an object as JSON has it, which is how it reaches the backend.
 *
 * @throws `OPTION_INVALID` for what is no object, and for what JSON cannot hold.
 */
export function copyStruct(given: Struct, option: string, at: string): Struct {
  if (!isPlainObject(given)) {
    const advice = `Give an object, such as \`${option}: { name: "value" }\`.`;
    throw errors.OPTION_INVALID({ at, option, wanted: "an object", given, advice });
  }
  const advice = "Leave out functions, symbols, bigints, numbers that are not finite, and circles.";
  const refused = (value: unknown, cause?: unknown): Error =>
    errors.OPTION_INVALID({ at, option, wanted: "what JSON can hold", given: value, advice }, { cause });
  try {
    // JSON itself leaves out functions and makes null of NaN, without a word.
    const text = JSON.stringify(given, (_key, value: unknown) => {
      if (!isJson(value)) throw refused(value);
      return value;
    });
    return JSON.parse(text) as Struct;
  } catch (cause) {
    throw errors.OPTION_INVALID.is(cause) ? cause : refused(given, cause);
  }
}

function isJson(value: unknown): boolean {
  return typeof value === "number" ? Number.isFinite(value) : !["function", "symbol"].includes(typeof value);
}
