import type { Logger } from "@flytekit-ts/core";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { GateValues } from "../given/gate-values.js";
import type { Mocks } from "../mocks/mocks.js";
import type { RunEvent } from "./events.js";
import type { NodeRun, Outcome } from "./node-run.js";
import { HeldSlots, type SlotSource } from "./slots.js";

type Bare<E> = E extends RunEvent ? Omit<E, "at" | "runId"> : never;

/** An event as a node tells it: when and in which run is added. */
export type BareEvent = Bare<RunEvent>;

/** What all nodes of one run share, at any depth. */
export interface RunContext {
  readonly id: string;
  readonly logger: Logger;
  readonly mocks: Mocks;
  readonly gates: GateValues;
  tell(event: BareEvent): void;
  /** Runs a node of any kind: handed in, for nodes contain graphs, and graphs nodes. */
  runNode(given: NodeRun, scope: Scope): Promise<Outcome>;
}

interface ScopeParts {
  readonly run: RunContext;
  readonly policy: FailurePolicy;
  readonly slots: SlotSource;
}

/**
 * A part of a run that can end before the rest: the run itself, an execution that a launch plan started, the
 * items of a map, the nodes that a failure handler stands by.
 *
 * S1. It ends once, with what runs in it or before that. Then its signal fires, and so do those of the scopes
 *     within it: also a task that is done may have left something behind that listens.
 * S2. From then on nothing starts in it, nobody hears of it, and the slots of what still runs are free.
 */
export class Scope {
  readonly run: RunContext;
  /** Whose failure policy holds: that of the root of the execution, as in Flyte. */
  readonly policy: FailurePolicy;
  readonly slots: SlotSource;
  readonly #controller = new AbortController();
  readonly #inside = new Set<Scope>();
  readonly #held: HeldSlots | undefined;
  /** Asked for at every event, which a signal is too slow for. */
  #isOver = false;

  /** The scope of a run; the others are made by `within`. */
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

  /** Run something in a scope of its own, which ends with it. */
  async within<T>(work: (scope: Scope) => Promise<T>, policy: FailurePolicy = this.policy): Promise<T> {
    const { run, slots } = this;
    const inner = new Scope({ run, policy, slots }, new HeldSlots(slots));
    this.#inside.add(inner);
    if (this.#isOver) inner.end(this.signal.reason);
    try {
      return await work(inner);
    } catch (error) {
      // Who is told to stop is told why.
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
