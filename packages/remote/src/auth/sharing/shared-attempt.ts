import { type Signal, untilAborted } from "@flytekit-ts/core/storage";

interface Running<T> {
  readonly result: Promise<T>;
  readonly abort: AbortController;
  waiting: number;
}

/** Something that is done once for all who want it at the same time. It is aborted when nobody waits for it any more. */
export class SharedAttempt<T> {
  #running: Running<T> | undefined;

  /** Waits for the attempt under way, or starts one. Rejects with the signal's reason when it fires. */
  async join(act: (signal: Signal) => Promise<T>, signal: Signal | undefined): Promise<T> {
    signal?.throwIfAborted();
    const running = (this.#running ??= this.#start(act));
    running.waiting += 1;
    try {
      return await untilAborted(running.result, signal);
    } finally {
      running.waiting -= 1;
      if (running.waiting === 0 && this.#running === running) {
        this.#running = undefined;
        running.abort.abort();
      }
    }
  }

  #start(act: (signal: Signal) => Promise<T>): Running<T> {
    const abort = new AbortController();
    const running: Running<T> = { result: act(abort.signal), abort, waiting: 0 };
    const end = (): void => {
      if (this.#running === running) this.#running = undefined;
    };
    running.result.then(end, end);
    return running;
  }
}
