import type { Attributes, Span, Tracer } from "@opentelemetry/api";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RunEvent } from "../events/events.js";
import type { InterceptedAttempt, Interceptor } from "../scope/interceptor.js";
import type { Maybe } from "../scope/maybe.js";
import { type OpenTelemetryApi, RunSpans } from "./run-spans.js";

/** How spans are made. */
export interface TelemetryOptions {
  /** By default the tracer `@flytekit-ts/local-exec` of the provider that is registered when a run starts. */
  readonly tracer?: Tracer | undefined;
  /** Attributes of the span of each run. */
  readonly attributes?: Attributes | undefined;
}

/** Options of a run that make spans of it. One of them may serve many runs, also at the same time. */
export interface Telemetry {
  readonly onEvent: (event: RunEvent) => void;
  readonly interceptors: readonly Interceptor[];
}

/**
 * Make OpenTelemetry spans of runs: one for the run, inside the span that is active where it starts, and one for each
 * attempt of each node. While a task's function runs, the span of its attempt is active, so that the author's own spans are
 * inside it.
 *
 * The API is passed in, so that nothing loads it where nobody asks for spans. Without an SDK it makes none. A failure of the
 * SDK goes to its `diag`, and never into the run.
 *
 * @example
 * ```ts
 * import * as api from "@opentelemetry/api";
 *
 * await runLocal(wf, inputs, { ...telemetry(api) });
 * ```
 */
export function telemetry(api: OpenTelemetryApi, options: TelemetryOptions = {}): Telemetry {
  const { attributes = {} } = options;
  const runs = new Map<string, RunSpans>();
  const safely = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      api.diag.error("@flytekit-ts/local-exec could not make a span", error);
      return undefined;
    }
  };
  const take = (event: RunEvent): void => {
    if (event.kind === "run-started") {
      const tracer = options.tracer ?? api.trace.getTracer("@flytekit-ts/local-exec");
      runs.set(event.runId, new RunSpans(api, tracer, attributes));
    }
    runs.get(event.runId)?.take(event);
  };
  return {
    onEvent: (event) => {
      safely(() => take(event));
      if (event.kind === "run-succeeded" || event.kind === "run-failed") runs.delete(event.runId);
    },
    interceptors: [
      ({ runId, node }: InterceptedAttempt, next: () => Maybe<Literals>): Maybe<Literals> => {
        const span = runs.get(runId)?.spanOf(node);
        return span === undefined ? next() : within(api, span, next);
      },
    ],
  };
}

function within(api: OpenTelemetryApi, span: Span, next: () => Maybe<Literals>): Maybe<Literals> {
  return api.context.with(api.trace.setSpan(api.context.active(), span), next);
}
