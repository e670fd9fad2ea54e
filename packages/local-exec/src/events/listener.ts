import { type FlytekitError, textOf } from "@flytekit-ts/core/errors";
import { errors } from "../errors.js";
import type { EventSink } from "./event-sink.js";
import type { RunEvent } from "./events.js";
import { handOut } from "./hand-out.js";

/** Calls the author's `onEvent`, and tells of its first failure: that it threw, or that its promise rejected. */
export class Listener implements EventSink {
  readonly #onEvent: (event: RunEvent) => unknown;
  readonly #fail: (error: FlytekitError) => void;
  readonly #pending = new Set<Promise<void>>();
  #failure: FlytekitError | undefined;

  constructor(onEvent: (event: RunEvent) => unknown, fail: (error: FlytekitError) => void) {
    this.#onEvent = onEvent;
    this.#fail = fail;
  }

  tell(event: RunEvent): undefined {
    try {
      const result = this.#onEvent(handOut(event));
      if (typeof result === "object" && result !== null) this.#await(result, event);
    } catch (cause) {
      this.#failed(event, cause);
    }
  }

  /** Resolves when the promises of the listener have, and rejects if it failed in any way. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #await(result: object, event: RunEvent): void {
    const pending: Promise<void> = Promise.resolve(result).then(
      () => void this.#pending.delete(pending),
      (cause: unknown) => {
        this.#pending.delete(pending);
        this.#failed(event, cause);
      },
    );
    this.#pending.add(pending);
  }

  #failed({ kind }: RunEvent, cause: unknown): void {
    const error = errors.EVENT_LISTENER_FAILED({ event: kind, message: textOf(cause) }, { cause });
    this.#failure ??= error;
    this.#fail(error);
  }
}
