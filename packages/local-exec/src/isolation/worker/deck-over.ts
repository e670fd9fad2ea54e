import { type Deck, deckTabs } from "@flytekit-ts/core/context";
import type { Link } from "./link.js";

/** A deck whose parts go to the run when they are added: it has them even if the task is ended. */
export function deckOver(link: Link, title: string): Deck {
  const adding = (add: (deck: Deck) => void): void => {
    const { deck, tabs } = deckTabs(title);
    add(deck);
    for (const [tab, html] of tabs) void link.send({ kind: "showed", part: { title: tab, html } });
  };
  return {
    append: (part) => adding((deck) => deck.append(part)),
    text: (text, tab) => adding((deck) => deck.text(text, tab)),
    table: (rows, tab) => adding((deck) => deck.table(rows, tab)),
    value: (type, value, tab) => adding((deck) => deck.value(type, value, tab)),
  };
}
