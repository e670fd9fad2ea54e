import type { FlytekitError } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";

interface OfRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly runId: string;
}

interface OfNode extends OfRun {
  /**
   * The node's id behind those of the nodes around it: `n2/n0`. The arm of a branch has the branch's id in its
   * own (`n1/n1-n0`), an item of a map its index (`n3/n0`), the nodes of a dynamic begin with `d` (`n4/dn0`), and
   * where a launch plan starts an execution of its own there is a `>` (`n5>n0`).
   */
  readonly node: string;
  /** The name that the node shows. */
  readonly name: string;
  /** Full name of the entity; the name of a conditional or gate. */
  readonly entity: string;
  /** Which item of a map the node is. */
  readonly item?: number;
}

/** Something that happened in a run. Durations are milliseconds. */
export type RunEvent =
  | (OfRun & { readonly kind: "run-started"; readonly entity: string })
  | (OfNode & {
      readonly kind: "node-started";
      readonly attempt: number;
      /** What a task is given. */
      readonly inputs?: Literals;
    })
  | (OfNode & { readonly kind: "node-succeeded"; readonly attempt: number; readonly duration: number })
  | (OfNode & {
      readonly kind: "node-failed";
      readonly attempt: number;
      readonly duration: number;
      readonly error: FlytekitError;
      /** Whether another attempt follows. */
      readonly retrying: boolean;
    })
  /** It needs a node that failed or was skipped. A branch may have started already, and its arm not. */
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
