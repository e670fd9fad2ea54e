import { loggerTo } from "@flytekit-ts/core/context";
import { type FlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { LocalStore, ValueStore } from "@flytekit-ts/core/storage";
import type { EntityStarter, Literals } from "@flytekit-ts/core/tasks";
import { toCacheSettings } from "../cache/cache-option.js";
import { cacheVersionOf } from "../cache/version/cache-version-of.js";
import { LocalResultCache } from "../cache/local-result-cache.js";
import { isLaunchPlan } from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import { OpenGates } from "../gates/open-gates.js";
import type { GateValues } from "../given/scripted-answers.js";
import { ScriptedAnswers } from "../given/scripted-answers.js";
import { runWorkflow } from "../graph/run-workflow.js";
import type { Mocks } from "../mocks/mocks.js";
import { isolatedIn, type IsolatedTasks } from "../isolation/isolated-tasks.js";
import { isRunOfLoadedScript } from "../isolation/script/task-scope.js";
import { runNode } from "../nodes/run-node.js";
import { executeHere } from "../nodes/run-task-node.js";
import type { OpenJournal, RunJournal } from "../journal/open/run-journal.js";
import type { Plan } from "../plan/plan.js";
import type { EventLog } from "../events/event-log.js";
import type { EventSink } from "../events/event-sink.js";
import type { BareEvent, RunEvent } from "../events/events.js";
import { maskEvent } from "../events/mask-event.js";
import { Listener } from "../events/listener.js";
import type { RunFolder } from "../scope/run-folder.js";
import { RunSecrets } from "../scope/run-secrets.js";
import { type RunContext, Scope } from "../scope/scope.js";
import { Slots } from "../scope/slots.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import { onAbort } from "./on-abort.js";
import { runFolder, runStore } from "./run-store.js";
import { runLog } from "./run-log.js";
import { clockOf, type LocalOptions } from "./options.js";
import { type AroundTasks, finishRun, runExecute } from "./run-execute.js";
import { backoffOf } from "./retry-options.js";

const NEVER = new Promise<never>(() => {});

/** Everything that a run needs, checked. */
export interface Execution {
  readonly id: string;
  readonly entity: Entity;
  readonly plan: Plan;
  /** The inputs, or how they are stored once the run has begun. */
  readonly inputs: Literals | ((store: ValueStore) => Promise<Literals>);
  readonly concurrency: number;
  readonly gates: GateValues;
  readonly mocks: Mocks;
  readonly options: LocalOptions;
  /** Runs what tasks start. It is passed in to avoid an import cycle. */
  readonly start: EntityStarter;
  /** Where the run is kept, or goes on from. */
  readonly journal?: RunJournal | undefined;
  /** Keeps the events, if they can be read. */
  readonly log: EventLog | undefined;
}

type Mutable = BareEvent & { -readonly [K in "at" | "runId"]: RunEvent[K] } & { duration?: number };

/**
 * A run under way.
 *
 * E1. It ends once, with whichever comes first: the graph's outputs, its failure, or an abort.
 * E2. After that its signal has fired, no node starts, and tasks that still run have no effect.
 * E3. Its last event is the only one that tells how it ended, and everyone who gets events gets it.
 */
export class Executing implements RunContext {
  readonly id: string;
  readonly mocks: Mocks;
  readonly gates: RunContext["gates"];
  readonly slots: Slots;
  readonly store: LocalStore;
  readonly logger: RunContext["logger"];
  readonly logTask: RunContext["logTask"];
  readonly secrets: RunSecrets;
  readonly folder: RunFolder;
  readonly clock: RunContext["clock"];
  readonly backoff: RunContext["backoff"];
  readonly cache: RunContext["cache"];
  readonly execute: RunContext["execute"];
  readonly start: RunContext["start"];
  readonly runNode: RunContext["runNode"] = runNode;
  readonly outputs: Promise<Literals>;
  readonly #execution: Execution;
  readonly #isolated: IsolatedTasks | undefined;
  readonly #scope: Scope;
  readonly #listeners: readonly Listener[];
  readonly #sinks: readonly EventSink[];
  readonly #around: AroundTasks;
  #journal: OpenJournal | undefined;
  #start = 0;
  #isOver = false;

  constructor(execution: Execution) {
    const { id, entity, plan, concurrency, gates, mocks, options, log } = execution;
    this.id = id;
    this.clock = clockOf(options);
    this.gates = {
      scripted: new ScriptedAnswers(gates),
      open: options.gates === "wait" ? new OpenGates(entity.name, plan) : undefined,
      sleeps: options.clock !== undefined,
    };
    this.mocks = mocks;
    this.start = execution.start;
    this.backoff = backoffOf(options.retries);
    const { interceptors = [], mocks: given = [] } = options;
    this.#isolated = isolatedIn(execution);
    const isIsolated = this.#isolated !== undefined;
    this.#around = { runId: id, clock: this.clock, interceptors, mocks: given, isIsolated };
    const execute = this.#isolated?.execute(executeHere, this) ?? executeHere;
    this.execute = runExecute(execute, this.#around);
    this.slots = new Slots(concurrency);
    this.store = runStore({ ...options, filesIn: options.filesIn ?? execution.journal?.filesIn });
    this.secrets = new RunSecrets(options.secrets);
    const logTo = runLog(options.logger);
    this.logTask = logTo;
    this.logger = loggerTo((level, message) => logTo({ level, message: this.secrets.masker.mask(message) }));
    this.folder = runFolder(this.store, execution.journal);
    this.cache = cacheOf(this, execution);
    this.#execution = execution;
    this.#scope = new Scope(this, {
      overwritesCache: isLaunchPlan(entity) && entity.settings.overwriteCache,
      policy: plan.policy,
      interruptible: plan.interruptible,
      depth: 0,
      executionId: id,
    });
    const { onEvent = [], signal } = options;
    this.#listeners = [onEvent].flat().map((heard) => new Listener(heard, (error) => this.#end(error)));
    this.#sinks = [log, ...this.#listeners].filter((sink) => sink !== undefined);
    const stopListening = signal === undefined ? () => {} : onAbort(signal, (reason) => this.abort(reason));
    this.outputs = this.#run().finally(() => {
      stopListening();
      this.#scope.end();
      this.#journal?.close();
      this.store.removeEmpty();
      this.gates.open?.end();
      log?.end();
    });
  }

  get isHeard(): boolean {
    return this.#sinks.length > 0 || this.#journal !== undefined;
  }

  get history(): RunContext["history"] {
    return this.#journal?.history;
  }

  get journaling(): RunContext["journaling"] {
    return this.#journal?.sink;
  }

  tell(event: BareEvent): Promise<void> | undefined {
    if (this.#isOver) return undefined;
    const complete = this.#complete(event);
    // First: what others hear of is in the journal.
    const safe = this.#journal?.sink?.tell(complete);
    if (this.#listeners.length > 0) this.#journal?.sink?.flush();
    return bothOf(safe, this.#tellOthers(complete));
  }

  // Whoever tells an event has made it, and keeps it not. A copy of it would cost more than making it.
  #complete(event: BareEvent): RunEvent {
    const { masker } = this.secrets;
    const complete = (masker.isEmpty ? event : maskEvent(event, masker)) as Mutable;
    complete.at = this.clock.now();
    complete.runId = this.id;
    if ("duration" in complete) complete.duration = inNanoseconds(complete.duration);
    return complete;
  }

  #tellOthers(event: RunEvent): Promise<void> | undefined {
    let safe: Promise<void> | undefined;
    for (const sink of this.#sinks) safe = bothOf(safe, sink.tell(event));
    return safe;
  }

  abort(reason: unknown): void {
    const { name } = this.#execution.entity;
    this.#end(errors.RUN_ABORTED({ entity: name, reason: textOf(reason) }, { cause: reason }));
  }

  #end(error: FlytekitError): void {
    if (this.#isOver) return;
    this.#scope.end(error);
    this.gates.open?.end();
  }

  async #run(): Promise<Literals> {
    if (isRunOfLoadedScript()) return NEVER;
    const { entity } = this.#execution;
    this.#start = this.clock.elapsed();
    const about = (): { readonly entity: string; readonly duration: number } => ({
      entity: entity.name,
      duration: this.clock.elapsed() - this.#start,
    });
    let outputs: Literals;
    let succeeded: RunEvent;
    try {
      outputs = await this.#outputs();
      succeeded = this.#complete({ kind: "run-succeeded", ...about(), outputs });
      const safe = this.#journal?.sink?.tell(succeeded);
      if (safe !== undefined) await safe;
    } catch (cause) {
      const error = toFlytekitError(cause);
      this.#end(error);
      this.#isOver = true;
      const failed = this.#complete({ kind: "run-failed", ...about(), error });
      if (this.#journal !== undefined) await this.#journalFailure(failed);
      void this.#tellOthers(failed);
      throw error;
    }
    this.#isOver = true;
    void this.#tellOthers(succeeded);
    // The listener may have failed on this last event.
    await this.#settled();
    return outputs;
  }

  async #outputs(): Promise<Literals> {
    const { entity, plan, inputs, journal } = this.#execution;
    if (journal !== undefined) this.#journal = await this.#opened(journal);
    // Making the journal is no part of it.
    this.#start = this.clock.elapsed();
    void this.tell({ kind: "run-started", entity: entity.name });
    const known = this.#journal;
    if (known?.outputs !== undefined) return known.outputs;
    return this.#untilEnded(async () => {
      await this.#isolated?.load();
      const whole = known?.inputs ?? (typeof inputs === "function" ? await inputs(this.store) : inputs);
      if (typeof inputs === "function" && known?.inputs === undefined) await known?.sink?.given(whole);
      const given = await runWorkflow({ plan, inputs: whole, prefix: "" }, this.#scope);
      finishRun(this.#around);
      await this.#settled();
      return given;
    });
  }

  async #opened(journal: RunJournal): Promise<OpenJournal | undefined> {
    const isOptional = this.#execution.options.journaling === "optional";
    const goOn = (error: FlytekitError): void => {
      const why = errors.JOURNAL_NOT_WRITTEN.is(error) ? error.params.problem : error.text;
      this.logger.warn(`The run goes on, but is not kept in ${this.#execution.options.journal}: ${why}.`);
    };
    try {
      return await journal.open({
        fail: isOptional ? goOn : (error) => this.#end(error),
        isOptional,
        now: () => this.clock.now(),
        store: this.store,
      });
    } catch (error) {
      if (!isOptional || journal.isNeeded || !errors.JOURNAL_NOT_WRITTEN.is(error)) throw error;
      goOn(error);
      return undefined;
    }
  }

  // The run has failed already, and says why.
  async #journalFailure(event: RunEvent): Promise<void> {
    try {
      await this.#journal?.sink?.tell(event);
    } catch (error) {
      this.logger.error(textOf(error));
    }
  }

  async #settled(): Promise<void> {
    for (const listener of this.#listeners) await listener.settled();
  }

  async #untilEnded<T>(work: () => Promise<T>): Promise<T> {
    const ended = new Promise<never>((_resolve, reject) => this.#scope.onEnd(reject));
    return Promise.race([ended, this.#scope.isOver ? ended : work()]);
  }
}

function bothOf(
  first: Promise<void> | undefined,
  second: Promise<void> | undefined,
): Promise<void> | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return Promise.all([first, second]).then(() => {});
}

function cacheOf({ logger, clock }: Executing, { id, entity, options }: Execution): RunContext["cache"] {
  const settings = toCacheSettings(options.cache, `the run of ${entity.name}`);
  if (settings === undefined) return undefined;
  return new LocalResultCache({ ...settings, runId: id, logger, clock, versionOf: cacheVersionOf });
}

// Clocks tell no more than nanoseconds. The digits that a subtraction leaves behind them are noise, and writing such a number
// down takes as long as all the rest of its record.
function inNanoseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1e6) / 1e6;
}
