import { type ErrorData, fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import type { RunEvent } from "./events.js";
import type { LiteralCodec } from "./literal-codec.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/**
 * An event as JSON. Literals are the base64 of a `flyteidl.core.LiteralMap`, errors are `ErrorData`; all other fields are
 * as in the event.
 */
export type EventData = DataOf<RunEvent>;

type DataOf<E> = E extends RunEvent
  ? {
      readonly [K in keyof E]: K extends "inputs" | "outputs" ? string : K extends "error" ? ErrorData : E[K];
    }
  : never;

/** Make data of an event. */
export function toEventData(event: RunEvent, { toBytes }: LiteralCodec): EventData {
  const data: Record<string, unknown> = { ...event };
  if ("inputs" in event && event.inputs !== undefined) data["inputs"] = base64(toBytes(event.inputs));
  if ("outputs" in event) data["outputs"] = base64(toBytes(event.outputs));
  if ("error" in event) data["error"] = toErrorData(event.error);
  return data as unknown as EventData;
}

/** Make the event again. @throws `IDL_MALFORMED` */
export function fromEventData(data: EventData, { fromBytes }: LiteralCodec): RunEvent {
  const event: Record<string, unknown> = { ...data };
  if ("inputs" in data && data.inputs !== undefined) event["inputs"] = fromBytes(bytes(data.inputs));
  if ("outputs" in data) event["outputs"] = fromBytes(bytes(data.outputs));
  if ("error" in data) event["error"] = toFlytekitError(fromErrorData(data.error));
  return event as unknown as RunEvent;
}

function base64(given: Uint8Array): string {
  return Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString("base64");
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}
