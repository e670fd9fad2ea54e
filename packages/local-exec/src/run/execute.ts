import type { Entity, FlytekitError, Literals } from "@flytekit-ts/core/plugin";
import { errors } from "../errors.js";
import type { Runnable } from "./compile-entity.js";
import { EventLog, type RunEvent } from "./events.js";
import type { LocalOptions } from "./options.js";
import { runGraph } from "./run-graph.js";
import type { RunState } from "./run-state.js";
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

/** A run under way. */
export interface Executing {
  readonly outputs: Promise<Literals>;
  readonly log: EventLog;
  cancel(reason?: string): void;
}

/**
 * Run a checked execution.
 *
 * It ends once, with whichever comes first: the graph's outputs, its failure, or an abort. From then on its
 * signal has fired, nothing starts, and what still runs has no effect.
 */
export function execute({ id, entity, plan, policy, inputs, concurrency, options }: Execution): Executing {
  const log = new EventLog();
  const over = new AbortController();
  const tell: RunState["tell"] = (event) => {
    // What a node does after the run is over has no effect, so nobody hears of it.
    if (over.signal.aborted && event.kind.startsWith("node-")) return;
    const complete = { ...event, at: Date.now(), runId: id } as RunEvent;
    log.add(complete);
    try {
      options.onEvent?.(complete);
    } catch (cause) {
      const message = cause instanceof Object && "message" in cause ? String(cause.message) : String(cause);
      over.abort(errors.EVENT_LISTENER_FAILED({ event: event.kind, message }, { cause }));
    }
  };
  const abort = (reason: unknown): void => over.abort(errors.RUN_ABORTED({ entity: entity.name, reason: textOf(reason) }, { cause: reason }));
  const stopListening = listen(options.signal, abort);
  const aborted = new Promise<never>((_resolve, reject) => {
    over.signal.addEventListener("abort", () => reject(over.signal.reason as FlytekitError), { once: true });
    if (over.signal.aborted) reject(over.signal.reason as FlytekitError);
  });
  const state: RunState = { id, signal: over.signal, policy, slots: new Slots(concurrency), logger: stderrLogger, tell };
  const start = performance.now();

  const run = async (): Promise<Literals> => {
    tell({ kind: "run-started", entity: entity.name });
    try {
      const graph = over.signal.aborted ? aborted : runGraph({ plan, inputs, prefix: "" }, state);
      const outputs = await Promise.race([graph, aborted]);
      tell({ kind: "run-succeeded", entity: entity.name, duration: performance.now() - start });
      // The listener may have failed on this last event.
      over.signal.throwIfAborted();
      return outputs;
    } catch (cause) {
      const error = toFlytekitError(cause);
      over.abort(error);
      tell({ kind: "run-failed", entity: entity.name, duration: performance.now() - start, error });
      throw error;
    } finally {
      stopListening();
      over.abort();
      log.end();
    }
  };
  aborted.catch(() => {});
  return { outputs: run(), log, cancel: (reason = "cancelled") => abort(reason) };
}

function listen(signal: AbortSignal | undefined, abort: (reason: unknown) => void): () => void {
  if (signal === undefined) return () => {};
  const onAbort = (): void => abort(signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort, { once: true });
  return () => signal.removeEventListener("abort", onAbort);
}

function textOf(reason: unknown): string {
  return typeof reason === "object" && reason !== null && "message" in reason ? String(reason.message) : String(reason);
}
