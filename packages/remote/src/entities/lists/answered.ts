import type { Timestamp } from "@flytekit-ts/models/google";
import { connectionErrors as errors } from "../../errors/connection-errors.js";

/** Who answered which call: `AdminService.GetTask`. */
export interface ClusterEndpoint {
  readonly endpoint: string;
  readonly call: string;
}

/** A part that every answer of a call has. @throws `CLUSTER_FAILED` if it is missing */
export function answered<T>(part: T | undefined, name: string, at: ClusterEndpoint): T {
  if (part !== undefined) return part;
  throw errors.CLUSTER_FAILED({ ...at, status: "OK", said: `the answer has no ${name}`, details: [] });
}

/** A time of an answer, to the millisecond. */
export function createdAtOf(time: Timestamp | undefined): Date | undefined {
  return time === undefined
    ? undefined
    : new Date(Number(time.seconds) * 1000 + Math.floor(time.nanos / 1e6));
}
