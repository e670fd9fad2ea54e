import type { Deck } from "@flytekit-ts/core";
import type { DeckTabs } from "@flytekit-ts/core/context";
import type { TaskEntity } from "@flytekit-ts/core/tasks";

/**
 * The deck of a task. What shows values of all types is most of a deck's code, so it is loaded only for a task whose
 * options say `deck: true`; what another task adds to its deck is shown nowhere, and `onUse` is called.
 */
export async function taskDeck(task: TaskEntity, onUse: () => void): Promise<DeckTabs> {
  if (!task.settings.deck) return { tabs: new Map(), deck: unseenDeck(onUse) };
  const { deckTabs } = await import("./deck.js");
  return deckTabs(task.name);
}

function unseenDeck(onUse: () => void): Deck {
  return { append: onUse, text: onUse, table: onUse, value: onUse };
}
