import type { OptionSpec } from "../../command/option-spec.js";

/** Those of some words that are these options, with their values, whatever else is among them. */
export function ownWords(
  words: readonly string[],
  options: { readonly [name: string]: OptionSpec },
): readonly string[] {
  const own: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "--") break;
    const [, name = "", equals] = /^--([^=]+)(=)?/.exec(word) ?? [];
    const option = Object.hasOwn(options, name) ? options[name] : shortOption(word, options);
    const negated = options[name.replace(/^no-/, "")];
    if (option === undefined && !(negated?.kind === "flag" && negated.negatable === true)) continue;
    own.push(word);
    const hasValue =
      option !== undefined && option.kind !== "flag" && equals === undefined && !/^-[A-Za-z]./.test(word);
    if (!hasValue) continue;
    at += 1;
    const value = words[at];
    if (value !== undefined) own.push(value);
  }
  return own;
}

function shortOption(word: string, options: { readonly [name: string]: OptionSpec }): OptionSpec | undefined {
  const [, short] = /^-([A-Za-z])/.exec(word) ?? [];
  return short === undefined ? undefined : Object.values(options).find((each) => each.short === short);
}
