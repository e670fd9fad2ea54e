import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Deck,
  deckPage,
  deckTabs,
  type DeckTabs,
  type SecretMasker,
  sourceTab,
  timelineTab,
  valuesTab,
} from "@flytekit-ts/core/context";
import { textOf } from "@flytekit-ts/core/errors";
import type { Executable, Literals } from "@flytekit-ts/core/tasks";
import type { DeckTab, Logger } from "@flytekit-ts/core";

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
  readonly #start = Date.now();
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
    const { folder, logger, masker } = this.#around;
    try {
      const tabs = new Map([...this.#parts.tabs, ...this.#added(inputs, outputs)]);
      const path = join(folder(), "deck.html");
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      await writeFile(path, masker.mask(deckPage(tabs)), { mode: 0o600 });
      return path;
    } catch (error) {
      logger().error(`The deck could not be written: ${textOf(error)}`);
      return undefined;
    }
  }

  #added(inputs: Literals, outputs: Literals | undefined): readonly (readonly [string, string])[] {
    const { task } = this.#around;
    if (task.settings?.deck !== true) return [];
    const { deckTabs: wanted = ["inputs", "outputs"] } = task.settings;
    const make: Readonly<Record<DeckTab, () => readonly [string, string] | undefined>> = {
      inputs: () => ["Input", valuesTab(task.interface.inputs, inputs)],
      outputs: () =>
        outputs === undefined ? undefined : ["Output", valuesTab(task.interface.outputs, outputs)],
      source: () => ["Source Code", sourceTab(task.fn)],
      timeline: () => {
        const span = { name: task.name, start: this.#start, end: Date.now() };
        return ["Timeline", timelineTab([span])];
      },
    };
    return wanted.flatMap((tab) => {
      const made = make[tab]();
      return made === undefined ? [] : [made];
    });
  }

  #warn(): void {
    const { task, logger } = this.#around;
    if (this.#hasWarned || task.settings === undefined || task.settings.deck) return;
    this.#hasWarned = true;
    logger().warn("A cluster shows no deck of this task: its options do not say `deck: true`.");
  }
}
