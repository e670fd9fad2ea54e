import type { Completion } from "./completion.js";
import { bash } from "./scripts/bash.js";
import { fish } from "./scripts/fish.js";
import { zsh } from "./scripts/zsh.js";
import { wordsOfLine } from "./words-of-line.js";

/** How a shell completes. */
export interface Shell {
  /** What the shell loads once. It asks this program for each completion. */
  readonly script: string;
  /** The words behind `tsflyte`, of what the script gives. */
  words(given: readonly string[]): readonly string[];
  /** The lines that the script reads behind the first one. */
  lines(completion: Completion, current: string): readonly string[];
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, " ");

/** The shells that there are completions for. */
export const shells = {
  bash: {
    script: bash,
    words: ([line = ""]) => wordsOfLine(line).slice(1),
    lines: ({ candidates }, current) => {
      // Bash replaces what stands behind the last `=` or `:` only.
      const kept = Math.max(current.lastIndexOf("="), current.lastIndexOf(":")) + 1;
      return candidates.map(({ text }) => text.slice(kept).replaceAll(/[^\w@%+=:,./-]/g, String.raw`\$&`));
    },
  },
  zsh: {
    script: zsh,
    words: (words) => words,
    lines: ({ candidates }) =>
      candidates.map(({ text, says }) => {
        const escaped = text.replaceAll(/[\\:]/g, String.raw`\$&`);
        return says === undefined ? escaped : `${escaped}:${tidy(says)}`;
      }),
  },
  fish: {
    script: fish,
    words: (words) => words,
    lines: ({ candidates }) =>
      candidates.map(({ text, says }) => (says === undefined ? text : `${text}\t${tidy(says)}`)),
  },
} as const satisfies { readonly [name: string]: Shell };

/** The name of a shell that there are completions for. */
export type ShellName = keyof typeof shells;
