import type { FlytekitError } from "@flytekit-ts/core";
import type { Literals } from "@flytekit-ts/core/tasks";

interface OfRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly runId: string;
}

interface OfNode extends OfRun {
  /**
   * The path of the node: its id after the ids of the enclosing nodes, as in `n2/n0`. The id of an arm starts with
   * the id of its branch (`n1/n1-n0`). The id of an item of a map has the item's index (`n3/n0`). The ids of the
   * nodes of a dynamic start with `d` (`n4/dn0`). A `>` comes before the nodes of an execution that a launch plan
   * started (`n5>n0`).
   */
  readonly node: string;
  /** The display name of the node. */
  readonly name: string;
  /** The full name of the entity, or the name of the conditional or gate. */
  readonly entity: string;
  /** The index of the item, if the node is an item of a map. */
  readonly item?: number;
}

/** Something that happened in a run. Durations are in milliseconds. */
export type RunEvent =
  | (OfRun & { readonly kind: "run-started"; readonly entity: string })
  | (OfNode & {
      readonly kind: "node-started";
      readonly attempt: number;
      /** The inputs of a task. */
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
  /** The node needs one that failed or was skipped. A branch may be skipped after its start, but its arm never ran. */
  | (OfNode & { readonly kind: "node-skipped" })
  | (OfRun & { readonly kind: "run-succeeded"; readonly entity: string; readonly duration: number })
  | (OfRun & {
      readonly kind: "run-failed";
      readonly entity: string;
      readonly duration: number;
      readonly error: FlytekitError;
    });

/**
 * Keeps the events of one run for any number of readers.
 *
 * L1. Each reader gets every event from the first on, even if it starts late.
 * L2. A reader ends when the run has ended and the reader has had every event.
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
