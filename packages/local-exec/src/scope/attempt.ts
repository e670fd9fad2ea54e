import { setMaxListeners } from "node:events";
import { mkdirSync } from "node:fs";
import type { TaskContext } from "@flytekit-ts/core";
import { type ValueStore, workingFiles } from "@flytekit-ts/core/storage";
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
  #controller: AbortController | undefined;
  #stopListening: (() => void) | undefined;
  #isOver = false;

  constructor(scope: Scope, attempt: number) {
    this.#scope = scope;
    const { executionId } = scope;
    const { logger, store } = scope.run;
    const files = workingFiles(() => madeFolder(store.newUri("work")));
    const signalOf = (): AbortSignal => (this.#controller ??= this.#listen()).signal;
    // A file that was kept may be read when the attempt is over.
    const signalOfWork = (): AbortSignal | undefined => (this.#isOver ? undefined : signalOf());
    this.context = {
      get signal() {
        return signalOf();
      },
      logger,
      executionId,
      attempt,
      get workingDirectory() {
        return files.workingDirectory;
      },
      newFile: (name) => files.newFile(name),
    };
    const { storage, newUri, newPath, claim } = store;
    this.store = {
      storage,
      newUri,
      newPath,
      ...(claim === undefined ? {} : { claim }),
      get signal() {
        return signalOfWork();
      },
    };
  }

  /** The attempt is over: its signal will not fire any more. */
  finish(): void {
    this.#isOver = true;
    this.#stopListening?.();
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
