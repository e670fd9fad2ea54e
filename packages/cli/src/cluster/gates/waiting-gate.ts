import type { Execution } from "@flytekit-ts/remote";
import type { Progress } from "../../progress/progress.js";
import type { WrittenNode } from "../graphs/written-node.js";

/** A gate that an execution waits at. */
export interface WaitingGate {
  readonly gate: NonNullable<WrittenNode["gate"]>;
  /** The execution that the gate is in: that of a launch plan has signals of its own. */
  readonly execution: Execution;
  /** Fires when the gate waits no longer. */
  readonly over: AbortSignal;
}

/** Print the command that answers a gate, for people. */
export function sayHowToAnswer(
  { gate, execution: { id } }: WaitingGate,
  progress: Progress | undefined,
): void {
  if (progress === undefined) return;
  const answer =
    gate.for === "approval" ? `approve ${id.name} ${gate.signal}` : `signal ${id.name} ${gate.signal} VALUE`;
  const paused = progress.pause();
  paused.write(`  \`tsflyte execution ${answer}\` lets it go on.\n`);
  paused.resume();
}
