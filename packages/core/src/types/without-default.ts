import * as errors from "../errors.js";
import type { RuntimeType } from "./runtime-type.js";

/**
 * A type that becomes a part of another type. It has no default, which would be lost there: elements are always
 * given, and none stands for itself.
 *
 * @throws `OPTION_INVALID`
 */
export function withoutDefault<T>(type: RuntimeType<T>, part: string, of: string): RuntimeType<T> {
  if (type.default === undefined) return type;
  const inWords = `${type.transformer.words} with a default`;
  const advice = `Give the default to the whole type, after the closing parenthesis: \`${of}(...).default(...)\`.`;
  const params = { at: of, option: part, wanted: "a type without a default", given: inWords, inWords };
  throw errors.OPTION_INVALID({ ...params, advice });
}
