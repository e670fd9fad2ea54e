import { setMaxListeners } from "node:events";
import { mkdirSync } from "node:fs";
import type { TaskContext } from "@flytekit-ts/core";
import { type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
import { lazyObject } from "./lazy-object.js";
import type { Scope } from "./scope.js";

/**
 * One attempt to run a task.
 *
 * Its signal fires if its scope ends before the attempt does: the run ended early, or the attempt took too long. Each
 * attempt has a signal of its own, which nothing keeps when the attempt is over. Few tasks ask for it, so it is made
 * when they do.
 */
export class Attempt {
  readonly context: TaskContext;
  /** The store of the run, whose work stops when the signal of the attempt fires. */
  readonly store: ValueStore;
  readonly #scope: Scope;
  readonly #number: number;
  #controller: AbortController | undefined;
  #stopListening: (() => void) | undefined;
  #isOver = false;

  constructor(scope: Scope, attempt: number) {
    this.#scope = scope;
    this.#number = attempt;
    this.context = lazyObject(() => this.#newContext());
    this.store = lazyObject(() => this.#newStore());
  }

  /** The attempt is over: its signal will not fire any more. */
  finish(): void {
    this.#isOver = true;
    this.#stopListening?.();
  }

  #newContext(): TaskContext {
    const { executionId, run } = this.#scope;
    const files = workingFiles(() => madeFolder(run.store.newUri("work")));
    const signalOf = (): AbortSignal => this.#signal;
    return {
      get signal() {
        return signalOf();
      },
      logger: run.logger,
      executionId,
      attempt: this.#number,
      get workingDirectory() {
        return files.workingDirectory;
      },
      newFile: (name) => files.newFile(name),
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
