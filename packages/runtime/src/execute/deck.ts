import { deckPage, valuesTab } from "@flytekit-ts/core/context";
import { textOf } from "@flytekit-ts/core/errors";
import type { Storage } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import type { Attempt } from "./attempt.js";

/** What a deck is made of. */
export interface DeckParts {
  readonly task: TaskEntity;
  readonly attempt: Attempt;
  readonly inputs: Literals | undefined;
  readonly outputs: Literals | undefined;
  /** What the process tells of itself. */
  readonly more: ReadonlyMap<string, string>;
}

/**
 * Write the page of a task's deck, beside what it left. A deck is no part of the result: a page that cannot be written
 * is logged, and fails nothing.
 */
export async function writeDeck(
  { task, attempt, inputs, outputs, more }: DeckParts,
  prefix: string,
  storage: Storage,
): Promise<void> {
  try {
    const tabs = new Map(attempt.tabs);
    if (inputs !== undefined) tabs.set("Input", valuesTab(task.interface.inputs, inputs));
    if (outputs !== undefined) tabs.set("Output", valuesTab(task.interface.outputs, outputs));
    for (const [title, html] of more) tabs.set(title, html);
    const page = new TextEncoder().encode(attempt.masker.mask(deckPage(tabs)));
    await storage.write(`${prefix}/deck.html`, page, { contentType: "text/html" });
  } catch (error) {
    attempt.logger.error(`The deck could not be written: ${textOf(error)}`);
  }
}
