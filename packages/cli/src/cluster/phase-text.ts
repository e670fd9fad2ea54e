import type { Output, Paint } from "../command/output.js";

const COLORS: { readonly [phase: string]: Paint } = {
  SUCCEEDED: "green",
  RECOVERED: "green",
  FAILED: "red",
  FAILING: "red",
  TIMED_OUT: "red",
  ABORTED: "red",
  ABORTING: "red",
  RUNNING: "cyan",
  DYNAMIC_RUNNING: "cyan",
  QUEUED: "dim",
  SKIPPED: "dim",
};

/** A phase in its colour. */
export function phaseText(phase: string, { paint }: Pick<Output, "paint">): string {
  const color = COLORS[phase];
  return color === undefined ? phase : paint(color, phase);
}
