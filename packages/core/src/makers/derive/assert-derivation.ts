import * as errors from "../../errors.js";
import { isPlainObject } from "../../words/plain-object.js";
import { assertOptions } from "../../options/options.js";
import { isOptional } from "../../types/is-optional.js";
import type { TypeTransformer } from "../../types/transformer.js";

const FUNCTIONS = ["encode", "decode", "toHtml"];

/** Check the arguments of `deriveType`. @throws `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function assertDerivation(name: unknown, base: TypeTransformer, derivation: unknown): void {
  const at = `type ${describeName(name)}`;
  if (typeof name !== "string" || name === "") {
    const advice = 'Name the type, such as `deriveType("Money", t.int(), { ... })`.';
    throw errors.OPTION_INVALID({
      at: "deriveType",
      option: "name",
      wanted: "a name",
      given: name,
      advice,
    });
  }
  if (isOptional(base) || base.members?.kind === "variants") {
    const advice = "Derive from the type inside it, and put `t.optional(...)` around the derived type.";
    const wanted = "a type whose values are all of one type";
    throw errors.OPTION_INVALID({ at, option: "base", wanted, given: base, inWords: base.words, advice });
  }
  if (isPlainObject(derivation)) assertOptions(derivation, new Set(FUNCTIONS), at);
  for (const option of FUNCTIONS) {
    const given: unknown = isPlainObject(derivation) ? derivation[option] : undefined;
    if (typeof given === "function" || (option === "toHtml" && given === undefined)) continue;
    const advice =
      option === "toHtml"
        ? "Give a function from a value to HTML, or leave `toHtml` out."
        : "Give both functions: `encode` from the derived type to its base, and `decode` back.";
    throw errors.OPTION_INVALID({ at, option, wanted: "a function", given, advice });
  }
}

/** The name in words, also if it is missing. */
export function describeName(name: unknown): string {
  return typeof name === "string" && name !== "" ? name : "without a name";
}
