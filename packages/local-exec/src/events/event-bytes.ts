import { deserialize, serialize } from "node:v8";
import { type ErrorData, fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import type { RunEvent } from "./events.js";
import { toFlytekitError } from "./to-flytekit-error.js";

type Kept = Omit<RunEvent, "error"> & { readonly error?: ErrorData };

/**
 * Events as bytes that only this process reads. They are in V8's own form, which takes half the time of JSON, and literals
 * need no codec. Errors are data: V8 would lose their codes.
 */
export function toEventBytes(events: readonly RunEvent[]): Uint8Array {
  return serialize(events.map(kept));
}

/** The same events again. The literals in them belong to the caller. */
export function fromEventBytes(bytes: Uint8Array): readonly RunEvent[] {
  return (deserialize(bytes) as readonly Kept[]).map(event);
}

function kept(given: RunEvent): Kept {
  return "error" in given ? { ...given, error: toErrorData(given.error) } : given;
}

function event(given: Kept): RunEvent {
  const { error } = given;
  return (
    error === undefined ? given : { ...given, error: toFlytekitError(fromErrorData(error)) }
  ) as RunEvent;
}
