import { setMaxListeners } from "node:events";
import { mkdirSync } from "node:fs";
import type { TaskContext } from "@flytekit-ts/core";
import { checkpointAt, type Deck, type SecretValue } from "@flytekit-ts/core/context";
import { type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { AttemptNotes } from "../../events/events.js";
import type { DynamicTarget, TaskTarget } from "../../plan/plan.js";
import { AttemptDeck } from "./attempt-deck.js";
import type { AttemptReport, ContextParts } from "../attempt-report.js";
import { lazily } from "./lazily.js";
import { lazyObject } from "./lazy-object.js";
import { nodeLogger } from "./node-logger.js";
import type { NodeRun } from "../node-run.js";
import type { Scope } from "../scope.js";

/**
 * One attempt to run a task.
 *
 * Its signal fires if its scope ends before the attempt does: the run ended early, or the attempt took too long. Each
 * attempt has a signal of its own, which nothing keeps when the attempt is over. Few tasks ask for it, so it is made
 * when they do.
 */
export class Attempt implements AttemptReport {
  readonly context: TaskContext;
  /** The store of the run, whose work stops when the signal of the attempt fires. */
  readonly store: ValueStore;
  /** What is told of it besides its outcome; undefined if there is nothing. */
  notes: AttemptNotes | undefined;
  readonly #given: NodeRun<TaskTarget | DynamicTarget>;
  readonly #scope: Scope;
  readonly #number: number;
  #controller: AbortController | undefined;
  #stopListening: (() => void) | undefined;
  #deck: AttemptDeck | undefined;
  #isOver = false;

  constructor(given: NodeRun<TaskTarget | DynamicTarget>, scope: Scope, attempt: number) {
    this.#given = given;
    this.#scope = scope;
    this.#number = attempt;
    this.context = lazyObject(Attempt.#contextOf, this);
    this.store = lazyObject(Attempt.#storeOf, this);
  }

  /** The attempt is over: its signal will not fire any more. */
  finish(): void {
    this.#isOver = true;
    this.#stopListening?.();
  }

  note(notes: AttemptNotes): void {
    this.notes = { ...this.notes, ...notes };
  }

  contextParts(): ContextParts {
    const { folder, secrets } = this.#scope.run;
    const { node, path } = this.#given;
    return {
      checkpoint: folder.checkpoint(path, this.#number),
      prefixes: folder.prefixes(path, this.#number),
      secrets: secrets.valuesFor(node.target.task),
    };
  }

  hide(secret: SecretValue): void {
    this.#scope.run.secrets.masker.add(secret);
  }

  /** The page of the deck when it is written, if there is one to write: the notes have its path then. */
  writeDeck(outputs: Literals | undefined): Promise<void> | undefined {
    if (this.#deck === undefined && this.#given.node.target.task.settings?.deck !== true) return undefined;
    const deck = this.#ownDeck;
    if (!deck.isWanted) return undefined;
    return deck.write(this.#given.inputs, outputs).then((path) => {
      if (path !== undefined) this.note({ deck: path });
    });
  }

  get #ownDeck(): AttemptDeck {
    const { run } = this.#scope;
    return (this.#deck ??= new AttemptDeck({
      task: this.#given.node.target.task,
      folder: () => run.folder.of(this.#given.path, this.#number),
      logger: () => this.context.logger,
      masker: run.secrets.masker,
    }));
  }

  static #contextOf(attempt: Attempt): TaskContext {
    return attempt.#newContext();
  }

  static #storeOf(attempt: Attempt): ValueStore {
    return attempt.#newStore();
  }

  #newContext(): TaskContext {
    const { executionId, run } = this.#scope;
    const { node, path } = this.#given;
    const number = this.#number;
    const files = workingFiles(() => madeFolder(run.store.newUri("work")));
    const checkpoint = lazily(() => checkpointAt(() => run.folder.checkpoint(path, number), this.store));
    const secrets = lazily(() => run.secrets.of(node.target.task));
    const signalOf = (): AbortSignal => this.#signal;
    const deckOf = (): Deck => this.#ownDeck.deck;
    return {
      get signal() {
        return signalOf();
      },
      logger: nodeLogger(this.#given, number, this.#scope),
      executionId,
      execution: { project: "", domain: "", name: executionId },
      task: { project: "", domain: "", name: node.target.task.name, version: "" },
      get prefixes() {
        return run.folder.prefixes(path, number);
      },
      attempt: number,
      get checkpoint() {
        return checkpoint();
      },
      get secrets() {
        return secrets();
      },
      get deck() {
        return deckOf();
      },
      get workingDirectory() {
        return files.workingDirectory;
      },
      newFile: (name) => files.newFile(name),
      "~start": run.start,
    };
  }

  #newStore(): ValueStore {
    const { storage, newUri, newPath, claim } = this.#scope.run.store;
    // A file that was kept may be read when the attempt is over.
    const signalOfWork = (): AbortSignal | undefined => (this.#isOver ? undefined : this.#signal);
    return {
      storage,
      newUri,
      newPath,
      ...(claim === undefined ? {} : { claim }),
      get signal() {
        return signalOfWork();
      },
    };
  }

  get #signal(): AbortSignal {
    return (this.#controller ??= this.#listen()).signal;
  }

  #listen(): AbortController {
    const controller = new AbortController();
    // A task may wait for many things at once, and each of them listens.
    setMaxListeners(0, controller.signal);
    if (!this.#isOver || this.#scope.isOver)
      this.#stopListening = this.#scope.onEnd((reason) => controller.abort(reason));
    return controller;
  }
}

function madeFolder(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
