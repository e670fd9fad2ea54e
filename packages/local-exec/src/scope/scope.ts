import type { Logger } from "@flytekit-ts/core";
import type { EntityStarter } from "@flytekit-ts/core/tasks";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { RunGates } from "../gates/run-gates.js";
import type { Mocks } from "../mocks/mocks.js";
import type { Clock } from "../clock/clock.js";
import type { BareEvent } from "../events/events.js";
import type { Backoff } from "./backoff.js";
import type { Execute } from "./execute.js";
import type { History } from "./history.js";
import type { Journaling } from "./journaling.js";
import type { Maybe } from "./maybe.js";
import type { NodeRun, Outcome } from "./node-run.js";
import type { ResultCache } from "./result-cache.js";
import type { RunFolder } from "./run-folder.js";
import type { LogTask } from "./log-entry.js";
import type { RunSecrets } from "./run-secrets.js";
import type { ScopeView } from "./scope-view.js";
import { HeldSlots, type Slots } from "./slots.js";

/** What all nodes of one run share, nested nodes included. */
export interface RunContext {
  readonly id: string;
  /** Where messages of the run itself go. */
  readonly logger: Logger;
  readonly logTask: LogTask;
  readonly secrets: RunSecrets;
  /** Where attempts keep what is not a value: checkpoints, decks. */
  readonly folder: RunFolder;
  readonly mocks: Mocks;
  readonly gates: RunGates;
  readonly slots: Slots;
  readonly clock: Clock;
  /** How long attempts wait after a failure, if they do. */
  readonly backoff: Backoff | undefined;
  /** Results of tasks from earlier runs, if the run has a cache. */
  readonly cache: ResultCache | undefined;
  /** What an earlier run left, if this one resumes it. */
  readonly history: History | undefined;
  /** What the journal of the run has to know, if it has one. */
  readonly journaling: Journaling | undefined;
  /** Where files and other large values of the run are. */
  readonly store: ValueStore;
  /** Whether anyone gets the events. */
  readonly isHeard: boolean;
  /** Tells an event. What is returned, if anything, has to resolve before the run goes on from the node. */
  tell(event: BareEvent): Promise<void> | undefined;
  /** Runs the function of a task once. */
  readonly execute: Execute;
  /** Runs an entity that a task starts, apart from the graph of this run. */
  readonly start: EntityStarter;
  /** Runs a node of any kind. It is passed in to avoid an import cycle: nodes contain graphs, and graphs nodes. */
  runNode(given: NodeRun, scope: Scope): Maybe<Outcome>;
}

/** What a scope has of its own, rather than of the scope around it. */
export interface ScopeSettings {
  /** The failure policy of the root workflow of the execution, as in Flyte. */
  readonly policy: FailurePolicy;
  /** How many graphs of dynamics it is inside. */
  readonly depth: number;
  /** The id of the execution: of the run, or of an execution that a launch plan started. */
  readonly executionId: string;
  /** Whether nodes that say nothing are interruptible, as the root workflow of the execution says. */
  readonly interruptible: boolean;
  /** Whether the execution computes cached results anew, as its launch plan says. So do those that it starts. */
  readonly overwritesCache: boolean;
}

type AtEnd = (reason: unknown) => void;

/**
 * A part of a run that can end before the rest: the run itself, an execution that a launch plan started, the
 * items of a map, an attempt with a timeout, the graph of a dynamic, or the nodes of a workflow that has a failure
 * handler.
 *
 * S1. It ends once: when its work is done, or earlier. The scopes within it end before it does.
 * S2. After that no node starts in it, it tells no events, and the slots of tasks that still run are free.
 * S3. Nothing here is recursive, and no scope holds the one around it: a dynamic that calls itself nests thousands.
 */
export class Scope implements ScopeView {
  readonly run: RunContext;
  readonly policy: FailurePolicy;
  readonly depth: number;
  readonly executionId: string;
  readonly interruptible: boolean;
  readonly overwritesCache: boolean;
  readonly slots: HeldSlots;
  readonly #inside = new Set<Scope>();
  readonly #atEnd = new Set<AtEnd>();
  #isOver = false;
  #reason: unknown;

  constructor(run: RunContext, settings: ScopeSettings) {
    this.run = run;
    this.policy = settings.policy;
    this.depth = settings.depth;
    this.executionId = settings.executionId;
    this.interruptible = settings.interruptible;
    this.overwritesCache = settings.overwritesCache;
    this.slots = new HeldSlots(run.slots);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Why it ended early. */
  get reason(): unknown {
    return this.#reason;
  }

  /** Whether anyone would hear of an event. Events cost as much as all else about a small task, so ask before. */
  get isHeard(): boolean {
    return this.run.isHeard && !this.#isOver;
  }

  tell(event: BareEvent): Promise<void> | undefined {
    return this.#isOver ? undefined : this.run.tell(event);
  }

  /** Call a function when the scope ends, unless the returned function is called before. */
  onEnd(listener: AtEnd): () => void {
    if (this.#isOver) listener(this.#reason);
    else this.#atEnd.add(listener);
    return () => void this.#atEnd.delete(listener);
  }

  /** Run a function in a nested scope, which ends when the function ends. */
  async within<T>(work: (scope: Scope) => Promise<T>, settings: Partial<ScopeSettings> = {}): Promise<T> {
    const { policy = this.policy, depth = this.depth } = settings;
    const { executionId = this.executionId, interruptible = this.interruptible } = settings;
    const { overwritesCache = this.overwritesCache } = settings;
    const inner = new Scope(this.run, { policy, depth, executionId, interruptible, overwritesCache });
    this.#inside.add(inner);
    if (this.#isOver) inner.end(this.#reason);
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
    const ending: Scope[] = [this];
    for (const scope of ending) {
      scope.#isOver = true;
      scope.#reason = reason;
      for (const inner of scope.#inside) if (!inner.#isOver) ending.push(inner);
    }
    for (const scope of ending.toReversed()) scope.#finish();
  }

  #finish(): void {
    for (const listener of this.#atEnd) listener(this.#reason);
    this.#atEnd.clear();
    this.slots.giveAllBack();
  }
}
