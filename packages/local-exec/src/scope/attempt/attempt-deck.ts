import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Deck,
  deckPage,
  deckTabs,
  type DeckTabs,
  type SecretMasker,
  valuesTab,
} from "@flytekit-ts/core/context";
import { textOf } from "@flytekit-ts/core/errors";
import type { Executable, Literals } from "@flytekit-ts/core/tasks";
import type { Logger } from "@flytekit-ts/core";

/** What the deck of an attempt needs of its surroundings. */
export interface DeckSurroundings {
  readonly task: Executable;
  /** The folder of the attempt. It is made when the page is written. */
  readonly folder: () => string;
  readonly logger: () => Logger;
  readonly masker: SecretMasker;
}

/** The deck of one attempt, which becomes a page when the attempt is over. */
export class AttemptDeck {
  readonly #around: DeckSurroundings;
  readonly #parts: DeckTabs;
  #hasWarned = false;

  constructor(around: DeckSurroundings) {
    this.#around = around;
    this.#parts = deckTabs(around.task.name, () => this.#warn());
  }

  get deck(): Deck {
    return this.#parts.deck;
  }

  /** Whether there is a page to write. */
  get isWanted(): boolean {
    return this.#parts.tabs.size > 0 || this.#around.task.settings?.deck === true;
  }

  /**
   * Write the page, with tabs for inputs and outputs behind those of the task, and give its path.
   *
   * A deck is no part of the result: a page that cannot be written is logged, and fails nothing.
   */
  async write(inputs: Literals, outputs: Literals | undefined): Promise<string | undefined> {
    const { task, folder, logger, masker } = this.#around;
    try {
      const tabs = new Map(this.#parts.tabs);
      if (task.settings?.deck === true) {
        tabs.set("Input", valuesTab(task.interface.inputs, inputs));
        if (outputs !== undefined) tabs.set("Output", valuesTab(task.interface.outputs, outputs));
      }
      const path = join(folder(), "deck.html");
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      await writeFile(path, masker.mask(deckPage(tabs)), { mode: 0o600 });
      return path;
    } catch (error) {
      logger().error(`The deck could not be written: ${textOf(error)}`);
      return undefined;
    }
  }

  #warn(): void {
    const { task, logger } = this.#around;
    if (this.#hasWarned || task.settings === undefined || task.settings.deck) return;
    this.#hasWarned = true;
    logger().warn("A cluster shows no deck of this task: its options do not say `deck: true`.");
  }
}
