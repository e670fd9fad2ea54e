import type { Entity, FlytekitError, Literals } from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import type { Runnable } from "./compile-entity.js";
import { EventLog, type RunEvent } from "./events.js";
import type { LocalOptions } from "./options.js";
import { runGraph } from "./run-graph.js";
import type { BareEvent, RunState } from "./run-state.js";
import { Slots } from "./slots.js";
import { stderrLogger } from "./stderr-logger.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/** A run that has everything checked. */
export interface Execution extends Runnable {
  readonly id: string;
  readonly entity: Entity;
  readonly inputs: Literals;
  readonly concurrency: number;
  readonly options: LocalOptions;
}

/**
 * A run under way.
 *
 * E1. It ends once, with whichever comes first: the graph's outputs, its failure, or an abort.
 * E2. From then on its signal has fired, nothing starts, and what still runs has no effect.
 */
export class Executing implements RunState {
  readonly id: string;
  readonly policy: RunState["policy"];
  readonly slots: Slots;
  readonly logger: RunState["logger"] = stderrLogger;
  readonly log: EventLog = new EventLog();
  readonly outputs: Promise<Literals>;
  readonly #execution: Execution;
  readonly #controller = new AbortController();
  /** What ended the run early. Asked for at every event, which a signal is too slow for. */
  #ended: FlytekitError | undefined;

  constructor(execution: Execution) {
    const { id, policy, concurrency, options } = execution;
    this.id = id;
    this.policy = policy;
    this.slots = new Slots(concurrency);
    this.#execution = execution;
    const stopListening = listen(options.signal, (reason) => this.abort(reason));
    this.outputs = this.#run().finally(() => {
      stopListening();
      this.#controller.abort();
      this.log.end();
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#ended !== undefined;
  }

  tell(event: BareEvent): void {
    // What a node does after the run is over has no effect, so nobody hears of it.
    if (this.isOver && "node" in event) return;
    const complete: RunEvent = Object.assign(event, { at: Date.now(), runId: this.id });
    this.log.add(complete);
    try {
      this.#execution.options.onEvent?.(complete);
    } catch (cause) {
      this.#end(errors.EVENT_LISTENER_FAILED({ event: event.kind, message: textOf(cause) }, { cause }));
    }
  }

  abort(reason: unknown): void {
    this.#end(
      errors.RUN_ABORTED({ entity: this.#execution.entity.name, reason: textOf(reason) }, { cause: reason }),
    );
  }

  #end(error: FlytekitError): void {
    this.#ended ??= error;
    this.#controller.abort(this.#ended);
  }

  async #run(): Promise<Literals> {
    const { entity, plan, inputs } = this.#execution;
    const start = performance.now();
    try {
      this.tell({ kind: "run-started", entity: entity.name });
      const outputs = await this.#untilAborted(() => runGraph({ plan, inputs, prefix: "" }, this));
      this.tell({ kind: "run-succeeded", entity: entity.name, duration: performance.now() - start });
      // The listener may have failed on this last event.
      if (this.#ended !== undefined) throw this.#ended;
      return outputs;
    } catch (cause) {
      const error = toFlytekitError(cause);
      this.#end(error);
      this.tell({ kind: "run-failed", entity: entity.name, duration: performance.now() - start, error });
      throw error;
    }
  }

  async #untilAborted<T>(work: () => Promise<T>): Promise<T> {
    if (this.#ended !== undefined) throw this.#ended;
    const aborted = new Promise<never>((_resolve, reject) => {
      const onAbort = (): void => reject(toFlytekitError(this.signal.reason));
      this.signal.addEventListener("abort", onAbort, { once: true });
    });
    return Promise.race([work(), aborted]);
  }
}

function listen(signal: AbortSignal | undefined, abort: (reason: unknown) => void): () => void {
  if (signal === undefined) return () => {};
  const onAbort = (): void => abort(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return () => signal.removeEventListener("abort", onAbort);
}

function textOf(reason: unknown): string {
  return typeof reason === "object" && reason !== null && "message" in reason
    ? String(reason.message)
    : String(reason);
}
