import type { TaskExecution_Phase } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";

/** How far a task is, as Flyte's engine says it. */
export type TaskPhase = Exclude<keyof typeof TaskExecution_Phase, "UNDEFINED">;

// Written out: importing the messages would load what authors of tasks do not need. The type makes sure that it is right.
const NUMBERS: { readonly [P in TaskPhase]: (typeof TaskExecution_Phase)[P] } = {
  QUEUED: 1,
  RUNNING: 2,
  SUCCEEDED: 3,
  ABORTED: 4,
  FAILED: 5,
  INITIALIZING: 6,
  WAITING_FOR_RESOURCES: 7,
  RETRYABLE_FAILED: 8,
};

/** The phases, by their numbers in messages. */
export const PHASES: ReadonlyMap<string, TaskExecution_Phase> = new Map(Object.entries(NUMBERS));

/** The phases that nothing follows. */
export const TERMINAL: ReadonlySet<string> = new Set(["SUCCEEDED", "FAILED", "RETRYABLE_FAILED", "ABORTED"]);

const WORDS: ReadonlyMap<string, TaskPhase> = new Map<string, TaskPhase>([
  ["failed", "FAILED"],
  ["timeout", "FAILED"],
  ["timedout", "FAILED"],
  ["canceled", "FAILED"],
  ["cancelled", "FAILED"],
  ["skipped", "FAILED"],
  ["internal_error", "RETRYABLE_FAILED"],
  ["done", "SUCCEEDED"],
  ["succeeded", "SUCCEEDED"],
  ["success", "SUCCEEDED"],
  ["completed", "SUCCEEDED"],
  ["running", "RUNNING"],
  ["terminating", "RUNNING"],
  ["pending", "INITIALIZING"],
]);

/**
 * The phase for the status that a service gives of a job, in the words that most services use. Upper case is the same.
 *
 * @throws `CONNECTOR_STATUS_UNKNOWN`
 * @example
 * get: async ({ jobId }) => ({ phase: phaseOfStatus((await acme.job(jobId)).status) })
 */
export function phaseOfStatus(status: string): TaskPhase {
  const phase = typeof status === "string" ? WORDS.get(status.toLowerCase()) : undefined;
  if (phase !== undefined) return phase;
  const words = typeof status === "string" ? JSON.stringify(status.slice(0, 100)) : typeof status;
  throw errors.CONNECTOR_STATUS_UNKNOWN({ status: words, known: [...WORDS.keys()] });
}
