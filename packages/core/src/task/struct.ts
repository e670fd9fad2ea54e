import { errors } from "../errors.js";
import { isPlainObject } from "../types/plain-object.js";

/** An object as it travels in a message: what JSON can hold. */
export type Struct = { readonly [key: string]: unknown };

/**
 * A copy of an object as JSON has it, which is how it reaches the backend.
 *
 * @throws `OPTION_INVALID` for what is no object, and for what JSON cannot hold.
 */
export function copyStruct(given: Struct, option: string, at: string): Struct {
  if (!isPlainObject(given)) throw errors.OPTION_INVALID({ at, option, wanted: "an object", given });
  try {
    return JSON.parse(JSON.stringify(given)) as Struct;
  } catch (cause) {
    throw errors.OPTION_INVALID({ at, option, wanted: "what JSON can hold", given }, { cause });
  }
}
