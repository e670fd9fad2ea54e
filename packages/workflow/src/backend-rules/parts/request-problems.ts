import * as errors from "../../errors.js";
import { NO_PROBLEMS, type Problem, toProblem } from "../../problem/problem.js";
import { weightOf } from "./weight-of.js";

// What gRPC's servers accept by default. flyteadmin has a setting for it (`server.grpc.maxMessageSizeBytes`).
const LARGEST = 4 * 2 ** 20;

/**
 * The problem of a request that flyteadmin refuses because of its size, as RESOURCE_EXHAUSTED.
 *
 * `bytes` is the size of the specification in it. The rest, an identifier, takes far less than is left unsaid here.
 */
export function requestProblems(bytes: number, at: string): readonly Problem[] {
  if (bytes <= LARGEST) return NO_PROBLEMS;
  return [toProblem(errors.REQUEST_TOO_LARGE({ at, bytes, limit: LARGEST }), { severity: "warning" })];
}

// Far more than a task or a launch plan has. It bounds the time for one that shares its parts endlessly.
const MOST_PARTS = 200_000;

/** The problem of the request that registers a task or a launch plan; see `requestProblems`. */
export function sizeProblems(message: object, at: string): readonly Problem[] {
  return requestProblems(weightOf(message, MOST_PARTS).bytes, at);
}
