import type * as api from "@opentelemetry/api";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { RunEvent } from "../events/events.js";
import { pathAround } from "../events/node-path.js";
import { nodeAttributes, type NodeEvent } from "./node-attributes.js";
import { endSpan, type OpenSpan, toTime } from "./span-tree.js";

/** What of the API the spans of a run are made with. */
export type OpenTelemetryApi = Pick<typeof api, "trace" | "context" | "diag" | "SpanStatusCode">;

type EventOf<K extends RunEvent["kind"]> = Extract<RunEvent, { readonly kind: K }>;

const RUN = "";

/**
 * The spans of one run, made of its events.
 *
 * O1. Each attempt of a node is a span, inside the span of the node that contains it. The span of another attempt links to
 *     the one before.
 * O2. A node whose outputs were reused has a span, too.
 * O3. Every span ends: with its node, with the node that contains it, or with the run.
 */
export class RunSpans {
  readonly #api: OpenTelemetryApi;
  readonly #tracer: api.Tracer;
  readonly #attributes: api.Attributes;
  readonly #open = new Map<string, OpenSpan>();
  /** The attempts after which another follows, by path. */
  readonly #failed = new Map<string, api.SpanContext>();
  /** What the cache said of nodes that have not started yet. */
  readonly #looked = new Map<string, api.Attributes>();

  constructor(given: OpenTelemetryApi, tracer: api.Tracer, attributes: api.Attributes) {
    this.#api = given;
    this.#tracer = tracer;
    this.#attributes = attributes;
  }

  /** The span of the attempt of a node that goes on. */
  spanOf(path: string): api.Span | undefined {
    return this.#open.get(path)?.span;
  }

  take(event: RunEvent): void {
    switch (event.kind) {
      case "run-started":
        return this.#runStarted(event);
      case "run-succeeded":
        return this.#runEnded(event, undefined);
      case "run-failed":
        return this.#runEnded(event, event.error);
      case "cache-hit":
      case "cache-miss":
        return this.#note(event.node, {
          "flyte.cache": event.kind === "cache-hit" ? "hit" : "miss",
          "flyte.cache.reason": event.reason.kind,
          "flyte.cache.words": event.words,
        });
      case "cache-warning":
        return this.#note(event.node, { "flyte.cache.warning": event.error.code });
      case "node-started":
        return void this.#start(event, event.at);
      case "node-succeeded":
      case "node-failed":
        return this.#nodeEnded(event);
      case "node-skipped":
        return this.#nodeSkipped(event);
      case "node-waiting":
        return this.#nodeWaits(event);
      default:
        return undefined;
    }
  }

  // The cache is asked before the node starts.
  #note(node: string, attributes: api.Attributes): void {
    this.#looked.set(node, { ...this.#looked.get(node), ...attributes });
  }

  #runStarted({ runId, entity, at }: EventOf<"run-started">): void {
    const attributes = { ...this.#attributes, "flyte.run.id": runId, "flyte.entity": entity };
    const span = this.#tracer.startSpan(`run ${entity}`, { startTime: toTime(at), attributes });
    this.#open.set(RUN, { span, path: RUN, around: undefined, inside: new Set(), startedAt: at });
  }

  #runEnded(event: EventOf<"run-succeeded" | "run-failed">, error: FlytekitError | undefined): void {
    const open = this.#open.get(RUN);
    if (open === undefined) return;
    if (error !== undefined) this.#fail(open, error, event.at);
    this.#end(open, open.startedAt + event.duration);
  }

  #start(event: NodeEvent, at: number): OpenSpan {
    const { node, entity } = event;
    const around = this.#around(node);
    const before = this.#failed.get(node);
    this.#failed.delete(node);
    const attributes = { ...nodeAttributes(event), ...this.#looked.get(node) };
    this.#looked.delete(node);
    const { context, trace } = this.#api;
    const span = this.#tracer.startSpan(
      entity,
      { startTime: toTime(at), attributes, links: before === undefined ? [] : [{ context: before }] },
      around === undefined ? context.active() : trace.setSpan(context.active(), around.span),
    );
    const open = { span, path: node, around, inside: new Set<OpenSpan>(), startedAt: at };
    around?.inside.add(open);
    this.#open.set(node, open);
    return open;
  }

  // A node whose graph tells no events of its own is not there: then what contains that one is.
  #around(node: string): OpenSpan | undefined {
    let path = pathAround(node);
    while (path !== undefined && !this.#open.has(path)) path = pathAround(path);
    return this.#open.get(path ?? RUN);
  }

  #nodeEnded(event: EventOf<"node-succeeded" | "node-failed">): void {
    // What was reused, or failed before it could start, took no time here.
    const open = this.#open.get(event.node) ?? this.#start(event, event.at);
    const isReused = event.kind === "node-succeeded" && event.reused !== undefined;
    if (event.kind === "node-failed") {
      this.#fail(open, event.error, event.at);
      open.span.setAttribute("flyte.retrying", event.retrying);
      if (event.retrying) this.#failed.set(event.node, open.span.spanContext());
    } else if (event.reused !== undefined) open.span.setAttribute("flyte.reused", event.reused);
    this.#end(open, isReused ? event.at : open.startedAt + event.duration);
  }

  #nodeSkipped(event: EventOf<"node-skipped">): void {
    const open = this.#open.get(event.node) ?? this.#start(event, event.at);
    open.span.setAttribute("flyte.skipped", true);
    this.#end(open, event.at);
  }

  #nodeWaits({ node, at, gate }: EventOf<"node-waiting">): void {
    const signal = gate.for === "time" ? {} : { "flyte.gate.signal": gate.signal };
    const until = gate.until === undefined ? {} : { "flyte.gate.until": new Date(gate.until).toISOString() };
    this.spanOf(node)?.addEvent("waiting", { "flyte.gate.for": gate.for, ...signal, ...until }, toTime(at));
  }

  #fail({ span }: OpenSpan, error: FlytekitError, at: number): void {
    span.setAttribute("error.type", error.code);
    span.recordException(error, toTime(at));
    span.setStatus({ code: this.#api.SpanStatusCode.ERROR, message: error.text });
  }

  #end(open: OpenSpan, at: number): void {
    for (const { path } of endSpan(open, at)) this.#open.delete(path);
  }
}
