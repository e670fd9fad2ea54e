import { type FlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import type { GateValues } from "../given/gate-values.js";
import { runWorkflow } from "../graph/run-workflow.js";
import type { Mocks } from "../mocks/mocks.js";
import { runNode } from "../nodes/run-node.js";
import type { Plan } from "../plan/plan.js";
import { EventLog, type RunEvent } from "../scope/events.js";
import { type BareEvent, type RunContext, Scope } from "../scope/scope.js";
import { Slots } from "../scope/slots.js";
import { toFlytekitError } from "../scope/to-flytekit-error.js";
import type { LocalOptions } from "./options.js";
import { stderrLogger } from "./stderr-logger.js";

/** Everything that a run needs, checked. */
export interface Execution {
  readonly id: string;
  readonly entity: Entity;
  readonly plan: Plan;
  readonly inputs: Literals;
  readonly concurrency: number;
  readonly gates: GateValues;
  readonly mocks: Mocks;
  readonly options: LocalOptions;
}

/**
 * A run under way.
 *
 * E1. It ends once, with whichever comes first: the graph's outputs, its failure, or an abort.
 * E2. After that its signal has fired, no node starts, and tasks that still run have no effect.
 */
export class Executing implements RunContext {
  readonly id: string;
  readonly mocks: Mocks;
  readonly gates: GateValues;
  readonly logger: RunContext["logger"] = stderrLogger;
  readonly runNode: RunContext["runNode"] = runNode;
  readonly log: EventLog = new EventLog();
  readonly outputs: Promise<Literals>;
  readonly #execution: Execution;
  readonly #scope: Scope;
  /** The error that ended the run early. */
  #ended: FlytekitError | undefined;

  constructor(execution: Execution) {
    const { id, plan, concurrency, gates, mocks, options } = execution;
    this.id = id;
    this.gates = gates;
    this.mocks = mocks;
    this.#execution = execution;
    this.#scope = new Scope({ run: this, policy: plan.policy, slots: new Slots(concurrency) });
    const stopListening = listen(options.signal, (reason) => this.abort(reason));
    this.outputs = this.#run().finally(() => {
      stopListening();
      this.#scope.end();
      this.log.end();
    });
  }

  tell(event: BareEvent): void {
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
    this.#scope.end(this.#ended);
  }

  async #run(): Promise<Literals> {
    const { entity, plan, inputs } = this.#execution;
    const start = performance.now();
    try {
      this.tell({ kind: "run-started", entity: entity.name });
      const graph = { plan, inputs, prefix: "" };
      const outputs = await this.#untilAborted(() => runWorkflow(graph, this.#scope));
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
    const { signal } = this.#scope;
    const aborted = new Promise<never>((_resolve, reject) => {
      const onAbort = (): void => reject(toFlytekitError(signal.reason));
      signal.addEventListener("abort", onAbort, { once: true });
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
