import type { TypeTransformer } from "@flytekit-ts/core/types";
import { kindOf } from "./kinds/kind-of.js";

/** What a flag says: which input, and for a boolean whether it is true. */
export interface Spelling {
  readonly input: string;
  readonly isNegated: boolean;
}

type Types = ReadonlyMap<string, { readonly transformer: TypeTransformer }>;

/**
 * All ways to write flags for inputs, without their dashes. A name is written as it is, or in lower case with dashes: `twoWords`
 * is also `two-words`. Booleans have a second flag: `no-x`.
 *
 * A name as it is always means its input. What two inputs could be written as, or what is `reserved`, means neither.
 */
export function spellingsOf(
  inputs: Types,
  reserved: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const input of inputs.keys()) spellings.set(input, { input, isNegated: false });
  const others = new Map<string, Spelling | undefined>();
  for (const [input, { transformer }] of inputs)
    for (const [text, isNegated] of looseSpellings(input, kindOf(transformer).kind === "boolean")) {
      if (spellings.has(text) || reserved.has(text)) continue;
      const before = others.get(text);
      const isShared = others.has(text) && (before?.input !== input || before.isNegated !== isNegated);
      others.set(text, isShared ? undefined : { input, isNegated });
    }
  for (const [text, spelling] of others) if (spelling !== undefined) spellings.set(text, spelling);
  return spellings;
}

function looseSpellings(input: string, isBoolean: boolean): readonly (readonly [string, boolean])[] {
  const kebab = kebabOf(input);
  const positive = [[kebab, false]] as const;
  if (!isBoolean) return positive;
  return [...positive, [`no-${kebab}`, true], [`no_${input}`, true], [`no-${input}`, true]];
}

/** A name in lower case with dashes: `two_words`, `twoWords` and `HTTPPort` are `two-words`, `two-words` and `http-port`. */
export function kebabOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
