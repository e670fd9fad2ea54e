import { loggerTo } from "@flytekit-ts/core/context";
import { type FlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { toCacheSettings } from "../cache/cache-option.js";
import { cacheVersionOf } from "../cache/version/cache-version-of.js";
import { LocalResultCache } from "../cache/local-result-cache.js";
import { errors } from "../errors.js";
import { OpenGates } from "../gates/open-gates.js";
import type { GateValues } from "../given/scripted-answers.js";
import { ScriptedAnswers } from "../given/scripted-answers.js";
import { runWorkflow } from "../graph/run-workflow.js";
import type { Mocks } from "../mocks/mocks.js";
import { runNode } from "../nodes/run-node.js";
import { executeHere } from "../nodes/run-task-node.js";
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
import { runExecute } from "./run-execute.js";
import { backoffOf } from "./retry-options.js";

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
  /** Keeps the events, if they can be read. */
  readonly log: EventLog | undefined;
}

/**
 * A run under way.
 *
 * E1. It ends once, with whichever comes first: the graph's outputs, its failure, or an abort.
 * E2. After that its signal has fired, no node starts, and tasks that still run have no effect.
 * E3. Its last event is the only one that tells how it ended.
 */
export class Executing implements RunContext {
  readonly id: string;
  readonly mocks: Mocks;
  readonly gates: RunContext["gates"];
  readonly slots: Slots;
  readonly store: ValueStore;
  readonly logger: RunContext["logger"];
  readonly logTask: RunContext["logTask"];
  readonly secrets: RunSecrets;
  readonly folder: RunFolder;
  readonly clock: RunContext["clock"];
  readonly backoff: RunContext["backoff"];
  readonly cache: RunContext["cache"];
  readonly history: RunContext["history"] = undefined;
  readonly execute: RunContext["execute"];
  readonly runNode: RunContext["runNode"] = runNode;
  readonly outputs: Promise<Literals>;
  readonly #execution: Execution;
  readonly #scope: Scope;
  readonly #listener: Listener | undefined;
  readonly #sinks: readonly EventSink[];
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
    this.backoff = backoffOf(options.retries);
    const { interceptors = [] } = options;
    this.execute = runExecute(executeHere, { runId: id, clock: this.clock, interceptors });
    this.slots = new Slots(concurrency);
    this.store = runStore(options);
    this.secrets = new RunSecrets(options.secrets);
    const logTo = runLog(options.logger);
    this.logTask = logTo;
    this.logger = loggerTo((level, message) => logTo({ level, message: this.secrets.masker.mask(message) }));
    this.folder = runFolder(this.store);
    this.cache = cacheOf(this, execution);
    this.#execution = execution;
    this.#scope = new Scope(this, {
      policy: plan.policy,
      interruptible: plan.interruptible,
      depth: 0,
      executionId: id,
    });
    const { onEvent, signal } = options;
    if (onEvent !== undefined) this.#listener = new Listener(onEvent, (error) => this.#end(error));
    this.#sinks = [log, this.#listener].filter((sink) => sink !== undefined);
    const stopListening = signal === undefined ? () => {} : onAbort(signal, (reason) => this.abort(reason));
    this.outputs = this.#run().finally(() => {
      stopListening();
      this.#scope.end();
      this.gates.open?.end();
      log?.end();
    });
  }

  get isHeard(): boolean {
    return this.#sinks.length > 0;
  }

  tell(event: BareEvent): Promise<void> | undefined {
    const { masker } = this.secrets;
    const shown = masker.isEmpty ? event : maskEvent(event, masker);
    const complete: RunEvent = { ...shown, at: this.clock.now(), runId: this.id };
    let safe: Promise<void> | undefined;
    for (const sink of this.#sinks) {
      const told = sink.tell(complete);
      if (told !== undefined) safe = safe === undefined ? told : both(safe, told);
    }
    return safe;
  }

  abort(reason: unknown): void {
    const { name } = this.#execution.entity;
    this.#end(errors.RUN_ABORTED({ entity: name, reason: textOf(reason) }, { cause: reason }));
  }

  #end(error: FlytekitError): void {
    if (!this.#isOver) this.#scope.end(error);
  }

  async #run(): Promise<Literals> {
    const { entity, plan, inputs, options } = this.#execution;
    const start = this.clock.elapsed();
    let outputs: Literals;
    try {
      void this.tell({ kind: "run-started", entity: entity.name });
      outputs = await this.#untilEnded(async () => {
        const whole = typeof inputs === "function" ? await inputs(this.store) : inputs;
        const given = await runWorkflow({ plan, inputs: whole, prefix: "" }, this.#scope);
        for (const { finished } of options.interceptors ?? []) finished?.(this.id);
        await this.#listener?.settled();
        return given;
      });
    } catch (cause) {
      const error = toFlytekitError(cause);
      this.#end(error);
      this.#isOver = true;
      void this.tell({
        kind: "run-failed",
        entity: entity.name,
        duration: this.clock.elapsed() - start,
        error,
      });
      throw error;
    }
    this.#isOver = true;
    void this.tell({ kind: "run-succeeded", entity: entity.name, duration: this.clock.elapsed() - start });
    // The listener may have failed on this last event.
    await this.#listener?.settled();
    return outputs;
  }

  async #untilEnded<T>(work: () => Promise<T>): Promise<T> {
    const ended = new Promise<never>((_resolve, reject) => this.#scope.onEnd(reject));
    return Promise.race([ended, this.#scope.isOver ? ended : work()]);
  }
}

function cacheOf({ logger, clock }: Executing, { id, entity, options }: Execution): RunContext["cache"] {
  const settings = toCacheSettings(options.cache, `the run of ${entity.name}`);
  if (settings === undefined) return undefined;
  return new LocalResultCache({ ...settings, runId: id, logger, clock, versionOf: cacheVersionOf });
}

async function both(first: Promise<void>, second: Promise<void>): Promise<void> {
  await Promise.all([first, second]);
}
