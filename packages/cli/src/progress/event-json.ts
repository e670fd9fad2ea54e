import type { RunEvent } from "@flytekit-ts/local-exec";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { JsonValue } from "../command/output.js";
import { literalsJson } from "../values/literal-json.js";
import { errorJson } from "./error-json.js";

type Fields = { readonly [key: string]: JsonValue | undefined };

/**
 * An event of a run as one object of `--json`. The names are part of the public interface: the guide lists them. Times are
 * ISO 8601 in UTC, durations milliseconds, and values JSON.
 */
export function eventJson(event: RunEvent): Fields {
  const { kind, at, runId } = event;
  const of = "node" in event ? nodeFields(event) : { entity: event.entity };
  return { kind, run: runId, at: timeText(at), ...of, ...fieldsOf(event) };
}

type NodeEvent = Extract<RunEvent, { readonly node: string }>;

function nodeFields({ node, name, entity, item, ...event }: NodeEvent): Fields {
  return { node, name, entity, item, attempt: "attempt" in event ? event.attempt : undefined };
}

function fieldsOf(event: RunEvent): Fields {
  switch (event.kind) {
    case "run-started":
    case "node-skipped":
      return {};
    case "node-started":
      return { inputs: valuesOf(event.inputs), execution: event.execution };
    case "node-succeeded":
      return {
        duration: event.duration,
        reused: event.reused,
        outputs: valuesOf(event.outputs),
        deck: event.deck,
      };
    case "node-failed":
      return {
        duration: event.duration,
        retrying: event.retrying,
        backoff: event.backoff,
        error: errorJson(event.error),
        deck: event.deck,
      };
    case "node-waiting":
      return { gate: gateFields(event.gate) };
    case "node-logged":
      return { level: event.level, message: event.message };
    case "cache-hit":
    case "cache-miss":
      return { reason: event.reason.kind, words: event.words };
    case "cache-warning":
      return { error: errorJson(event.error) };
    case "run-succeeded":
      return { duration: event.duration, outputs: valuesOf(event.outputs) };
    case "run-failed":
      return { duration: event.duration, error: errorJson(event.error) };
  }
}

function gateFields(gate: Extract<RunEvent, { readonly kind: "node-waiting" }>["gate"]): Fields {
  const { since, until } = gate;
  return {
    for: gate.for,
    name: gate.for === "time" ? undefined : gate.signal,
    type: gate.for === "input" ? gate.type : undefined,
    since: timeText(since),
    until: until === undefined ? undefined : timeText(until),
  };
}

function valuesOf(literals: Literals | undefined): Fields | undefined {
  return literals === undefined ? undefined : literalsJson(literals);
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
