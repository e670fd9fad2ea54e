import type { DeckTab } from "@flytekit-ts/core";
import {
  deckPage,
  deckTabs,
  type Logger,
  type SecretMasker,
  sourceTab,
  timelineTab,
  type TimeSpent,
  valuesTab,
} from "@flytekit-ts/core/context";
import { textOf } from "@flytekit-ts/core/errors";
import type { Storage } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";

export { deckTabs };

/** The parts of an attempt that its deck needs. */
export interface DeckedAttempt {
  /** What the task added. */
  readonly tabs: ReadonlyMap<string, string>;
  readonly logger: Logger;
  readonly masker: SecretMasker;
}

/** What a deck is made of. */
export interface DeckParts {
  readonly task: TaskEntity;
  readonly attempt: DeckedAttempt;
  readonly inputs: Literals | undefined;
  readonly outputs: Literals | undefined;
  readonly spans: readonly TimeSpent[];
  /** What the process tells of itself. */
  readonly more: ReadonlyMap<string, string>;
}

/**
 * Write the page of a task's deck, beside what it left. A deck is no part of the result: a page that cannot be written
 * is logged, and fails nothing.
 */
export async function writeDeck(parts: DeckParts, prefix: string, storage: Storage): Promise<void> {
  const { attempt, more } = parts;
  try {
    const tabs = new Map([...attempt.tabs, ...addedTabs(parts), ...more]);
    const page = new TextEncoder().encode(attempt.masker.mask(deckPage(tabs)));
    await storage.write(`${prefix}/deck.html`, page, { contentType: "text/html" });
  } catch (error) {
    attempt.logger.error(`The deck could not be written: ${textOf(error)}`);
  }
}

/** The tabs that the task asks for, behind its own. */
function addedTabs({ task, inputs, outputs, spans }: DeckParts): readonly (readonly [string, string])[] {
  const { deckTabs = ["inputs", "outputs"] } = task.settings;
  const { inputs: taken, outputs: given } = task.interface;
  const make: Readonly<Record<DeckTab, () => readonly [string, string] | undefined>> = {
    inputs: () => inputs && ["Input", valuesTab(taken, inputs)],
    outputs: () => outputs && ["Output", valuesTab(given, outputs)],
    source: () => ["Source Code", sourceTab(task.fn)],
    timeline: () => ["Timeline", timelineTab(spans)],
  };
  return deckTabs.flatMap((tab) => {
    const made = make[tab]();
    return made === undefined ? [] : [made];
  });
}
