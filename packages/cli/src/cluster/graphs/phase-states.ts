import type { NodeTree } from "@flytekit-ts/remote";
import type { NodeStateName } from "../../graph/model/node-state.js";

/** How far a node of an execution has come, by its phase. */
export const STATES: { readonly [phase: string]: NodeStateName } = {
  RUNNING: "running",
  DYNAMIC_RUNNING: "running",
  SUCCEEDING: "running",
  FAILING: "running",
  SUCCEEDED: "succeeded",
  RECOVERED: "reused",
  FAILED: "failed",
  RETRYABLE_FAILED: "failed",
  TIMED_OUT: "failed",
  ABORTED: "interrupted",
  SKIPPED: "skipped",
};

/** Whether a node of an execution has failed. */
export function hasFailed({ phase }: NodeTree): boolean {
  return STATES[phase] === "failed";
}
