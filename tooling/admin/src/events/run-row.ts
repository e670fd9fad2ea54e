import { type ExecutionError, ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import type { RunRow } from "../executions/tables.js";
import { between } from "../executions/times.js";
import { nameOf } from "../texts/enum-names.js";

/** The columns of an error. */
export function errorColumns({ kind, code }: ExecutionError): NonNullable<RunRow["error"]> {
  return { kind: nameOf(ExecutionError_ErrorKind, kind), code };
}

/** How long something ran that ends now; undefined if nobody said when it started. */
export function durationAt(startedAt: Timestamp | undefined, end: Timestamp | undefined): bigint | undefined {
  return startedAt === undefined || end === undefined ? undefined : between(startedAt, end);
}

/** When an event was reported; when it happened, if it does not say. */
export function reportTime(event: {
  readonly reportedAt: Timestamp | undefined;
  readonly occurredAt: Timestamp | undefined;
}): Timestamp | undefined {
  const { reportedAt, occurredAt } = event;
  return reportedAt === undefined || (reportedAt.seconds === 0n && reportedAt.nanos === 0)
    ? occurredAt
    : reportedAt;
}
