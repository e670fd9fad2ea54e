import type { FlytekitError } from "@flytekit-ts/core";

interface OfRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly runId: string;
}

interface OfNode extends OfRun {
  /** The node's id behind those of the workflow nodes around it: `n2/n0`. */
  readonly node: string;
  /** The name that the node shows. */
  readonly name: string;
  /** Full name of the task or workflow. */
  readonly entity: string;
}

/** Something that happened in a run. Durations are milliseconds. */
export type RunEvent =
  | (OfRun & { readonly kind: "run-started"; readonly entity: string })
  | (OfNode & { readonly kind: "node-started"; readonly attempt: number })
  | (OfNode & { readonly kind: "node-succeeded"; readonly attempt: number; readonly duration: number })
  | (OfNode & {
      readonly kind: "node-failed";
      readonly attempt: number;
      readonly duration: number;
      readonly error: FlytekitError;
      /** Whether another attempt follows. */
      readonly retrying: boolean;
    })
  | (OfNode & { readonly kind: "node-skipped" })
  | (OfRun & { readonly kind: "run-succeeded"; readonly entity: string; readonly duration: number })
  | (OfRun & {
      readonly kind: "run-failed";
      readonly entity: string;
      readonly duration: number;
      readonly error: FlytekitError;
    });

/**
 * Keeps the events of one run for everyone who asks.
 *
 * L1. Each reader sees every event from the first on, whenever it starts to read.
 * L2. Readers end when the run has ended and they have seen all.
 */
export class EventLog {
  readonly #events: RunEvent[] = [];
  #ended = false;
  #waiting: (() => void)[] = [];

  add(event: RunEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *read(): AsyncGenerator<RunEvent, void, undefined> {
    for (let next = 0; ; next += 1) {
      while (next >= this.#events.length && !this.#ended) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      const event = this.#events[next];
      if (event === undefined) return;
      yield event;
    }
  }

  #wake(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
