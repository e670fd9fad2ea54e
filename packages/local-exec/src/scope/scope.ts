import type { Logger } from "@flytekit-ts/core";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { GateValues } from "../given/gate-values.js";
import type { Mocks } from "../mocks/mocks.js";
import type { RunEvent } from "./events.js";
import type { NodeRun, Outcome } from "./node-run.js";
import { HeldSlots, type SlotSource } from "./slots.js";

type Bare<E> = E extends RunEvent ? Omit<E, "at" | "runId"> : never;

/** An event without its time and run id, which the run adds. */
export type BareEvent = Bare<RunEvent>;

/** What all nodes of one run share, nested nodes included. */
export interface RunContext {
  readonly id: string;
  readonly logger: Logger;
  readonly mocks: Mocks;
  readonly gates: GateValues;
  tell(event: BareEvent): void;
  /** Runs a node of any kind. It is passed in to avoid an import cycle: nodes contain graphs, and graphs nodes. */
  runNode(given: NodeRun, scope: Scope): Promise<Outcome>;
}

interface ScopeParts {
  readonly run: RunContext;
  readonly policy: FailurePolicy;
  readonly slots: SlotSource;
}

/**
 * A part of a run that can end before the rest: the run itself, an execution that a launch plan started, the
 * items of a map, the graph of a dynamic, or the nodes of a workflow that has a failure handler.
 *
 * S1. It ends once: when its work is done, or earlier. Then its signal fires, and so do the signals of the scopes
 *     within it. It fires even if all tasks are done, because a task may have left work behind that listens to it.
 * S2. After that no node starts in it, it tells no events, and the slots of tasks that still run are free.
 */
export class Scope {
  readonly run: RunContext;
  /** The failure policy of the root workflow of the execution, as in Flyte. */
  readonly policy: FailurePolicy;
  readonly slots: SlotSource;
  readonly #controller = new AbortController();
  readonly #inside = new Set<Scope>();
  readonly #held: HeldSlots | undefined;
  /** Every event reads this, and `signal.aborted` would be too slow for that. */
  #isOver = false;

  /** Makes the scope of a run. `within` makes the others. */
  constructor({ run, policy, slots }: ScopeParts, held?: HeldSlots) {
    this.run = run;
    this.policy = policy;
    this.slots = held ?? slots;
    this.#held = held;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  tell(event: BareEvent): void {
    if (!this.#isOver) this.run.tell(event);
  }

  /** Run a function in a nested scope, which ends when the function ends. */
  async within<T>(work: (scope: Scope) => Promise<T>, policy: FailurePolicy = this.policy): Promise<T> {
    const { run, slots } = this;
    const inner = new Scope({ run, policy, slots }, new HeldSlots(slots));
    this.#inside.add(inner);
    if (this.#isOver) inner.end(this.signal.reason);
    try {
      return await work(inner);
    } catch (error) {
      // Tasks that are told to stop also get the reason.
      inner.end(error);
      throw error;
    } finally {
      this.#inside.delete(inner);
      inner.end();
    }
  }

  end(reason?: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const scope of this.#inside) scope.end(reason);
    this.#controller.abort(reason);
    this.#held?.giveAllBack();
  }
}
