import type {
  NodeExecution_Phase,
  TaskExecution_Phase,
  WorkflowExecution_Phase,
} from "@flytekit-ts/models/core";
import type { Output, Paint } from "../command/output.js";

type Phase = Exclude<
  keyof typeof NodeExecution_Phase | keyof typeof TaskExecution_Phase | keyof typeof WorkflowExecution_Phase,
  "UNDEFINED"
>;

const COLORS: { readonly [P in Phase]: Paint } = {
  SUCCEEDED: "green",
  RECOVERED: "green",
  FAILED: "red",
  FAILING: "red",
  TIMED_OUT: "red",
  ABORTED: "red",
  ABORTING: "red",
  RETRYABLE_FAILED: "yellow",
  RUNNING: "cyan",
  DYNAMIC_RUNNING: "cyan",
  SUCCEEDING: "cyan",
  QUEUED: "dim",
  INITIALIZING: "dim",
  WAITING_FOR_RESOURCES: "dim",
  SKIPPED: "dim",
};

/** A phase in its colour. One that is not known here has none. */
export function phaseText(phase: string, { paint }: Pick<Output, "paint">): string {
  return Object.hasOwn(COLORS, phase) ? paint(COLORS[phase as Phase], phase) : phase;
}
