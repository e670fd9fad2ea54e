import { setMaxListeners } from "node:events";
import type { TaskContext } from "@flytekit-ts/core";
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
  readonly #scope: Scope;
  #controller: AbortController | undefined;
  #stopListening: (() => void) | undefined;
  #isOver = false;

  constructor(scope: Scope, attempt: number) {
    this.#scope = scope;
    const { logger, id: executionId } = scope.run;
    const signalOf = (): AbortSignal => (this.#controller ??= this.#listen()).signal;
    this.context = {
      get signal() {
        return signalOf();
      },
      logger,
      executionId,
      attempt,
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
