import * as errors from "../errors.js";
import { escapeHtml } from "../makers/html/escape-html.js";
import { renderValue } from "../makers/html/render-value.js";
import { toHtml } from "../makers/html/to-html.js";
import type { TypeLike } from "../types/infer.js";
import { describeValue } from "../words/describe-value.js";
import { isList, isPlainObject } from "../words/plain-object.js";
import type { Deck, DeckPart } from "./deck.js";
import { deckTable } from "./deck-table.js";

/** What an attempt has added to its deck: the tabs in the order of their first parts. */
export interface DeckTabs {
  readonly deck: Deck;
  readonly tabs: ReadonlyMap<string, string>;
}

/** An empty deck. What has no title of its own gets this one. `onAppend` is called with each part before it is added. */
export function deckTabs(title: string, onAppend: (part: DeckPart) => void = () => {}): DeckTabs {
  const tabs = new Map<string, string>();
  const add = (to: string, html: string): void => {
    onAppend({ title: to, html });
    const before = tabs.get(to);
    tabs.set(to, before === undefined ? html : `${before}\n${html}`);
  };
  const titleOf = (given: unknown): string => {
    if (given === undefined) return title;
    if (typeof given === "string" && given.trim() !== "") return given;
    throw invalid("title", "the title of a tab", given);
  };
  const deck: Deck = {
    append(part) {
      const { title: to, html } = partOf(part);
      add(titleOf(to), html);
    },
    text(text, to) {
      if (typeof text !== "string") throw invalid("text", "a string", text);
      add(titleOf(to), `<p style="white-space: pre-wrap">${escapeHtml(text)}</p>`);
    },
    table(rows, to) {
      if (!isList(rows)) throw invalid("rows", "a list of rows", rows);
      add(
        titleOf(to),
        deckTable(rows, (value) => renderValue(value, undefined)),
      );
    },
    value: (type, value, to) => add(titleOf(to), toHtml<TypeLike>(type, value)),
  };
  return { deck, tabs };
}

function partOf(part: unknown): { readonly html: string; readonly title?: unknown } {
  if (typeof part === "string") return { html: part };
  if (isPlainObject(part) && typeof part["html"] === "string")
    return { html: part["html"], title: part["title"] };
  throw invalid("html", "HTML, or `{ title, html }`", part);
}

function invalid(option: string, wanted: string, given: unknown): Error {
  const inWords = typeof given === "string" ? "an empty string" : describeValue(given);
  const advice = 'Give a string: `deck.append({ title: "Rows", html: "<b>3</b>" })`.';
  return errors.OPTION_INVALID({ at: "the deck", option, wanted, given: inWords, inWords, advice });
}
