import type { Span } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { nanosOf } from "../times.js";

/** The times of something that ran. */
export interface Ran {
  readonly createdAt: Timestamp | undefined;
  readonly updatedAt: Timestamp | undefined;
}

/** A stretch of time that has a name: `NODE_SETUP`, for example. */
export function operation(
  startTime: Timestamp | undefined,
  endTime: Timestamp | undefined,
  name: string,
): Span {
  return { startTime, endTime, id: { $case: "operationId", value: name }, spans: [] };
}

/** The stretch from one time to another, unless it would end before it starts. */
export function operationUnlessBack(
  from: Timestamp | undefined,
  to: Timestamp | undefined,
  name: string,
): readonly Span[] {
  return from === undefined || to === undefined || nanosOf(to) < nanosOf(from)
    ? []
    : [operation(from, to, name)];
}

/** From the creation of something to its last change. */
export function spanOf({ createdAt, updatedAt }: Ran, id: Span["id"], spans: readonly Span[]): Span {
  return { startTime: createdAt, endTime: updatedAt, id, spans: [...spans] };
}
