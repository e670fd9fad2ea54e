import type { TypeLike, TypeWith } from "../types/infer.js";

/** HTML for one tab of a deck. What the tab already has comes before it. */
export interface DeckPart {
  readonly title: string;
  readonly html: string;
}

/**
 * The deck of an attempt: a page of HTML with tabs, which is kept beside the outputs. The console shows it if the task
 * says `deck: true`.
 *
 * HTML is written as it is given: escape what is not your own, or use the methods for texts, rows and values, which do.
 */
export interface Deck {
  /** Adds HTML, to the tab of that title, or to one that is named after the task. */
  append(part: string | DeckPart): void;
  /** Adds text as it is, with its lines. */
  text(text: string, title?: string): void;
  /** Adds a table of rows. The columns are the names in the rows. */
  table(rows: readonly { readonly [column: string]: unknown }[], title?: string): void;
  /** Adds a value of a type, as `toHtml` shows it. */
  value<T>(type: TypeLike & TypeWith<T>, value: NoInfer<T>, title?: string): void;
}
