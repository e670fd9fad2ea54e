import type { Place } from "../documents/read-text.js";

/** A value that a text stands for, or why it stands for none: a clause that says what is wrong and what would fit. */
export type Outcome = { readonly value: unknown } | { readonly problem: string };

/** What texts are read with: where files are, and what time it is. */
export interface Around extends Place {
  readonly now: Date;
  /** Told what is left out, such as a field that a record does not have. */
  readonly note: (text: string) => void;
}

/** Data inside records is read more freely, as flytekit does: `"5"` is an int there. */
export interface AroundData extends Around {
  readonly isInRecord: boolean;
}

const LONGEST = 60;

/** A text as a message shows it: in quotes, and cut if it is long. */
export function shown(text: string): string {
  if (text.length <= LONGEST) return JSON.stringify(text);
  // Half a surrogate pair would be shown as an escape.
  const start = text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");
  return `${JSON.stringify(start)}... (${text.length} characters)`;
}

/** The problem of a part of a value: `[0].x: 1.5 is not an int`. */
export function at(path: string, problem: string): string {
  return /^[.[][^:]*: /.test(problem) ? `${path}${problem}` : `${path}: ${problem}`;
}
