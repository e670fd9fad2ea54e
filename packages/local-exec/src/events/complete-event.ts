import type { Literals } from "@flytekit-ts/core/tasks";
import type { BareEvent, RunEvent } from "./events.js";

/**
 * Make an event that can be handed out.
 *
 * Its literals are copies: those of the run go on to other nodes, and a listener could change them. They are copied when
 * they are read, because few listeners read them and a list may be long.
 */
export function completeEvent(event: BareEvent, runId: string, at: number): RunEvent {
  const complete: RunEvent = { ...event, at, runId };
  if (complete.kind === "node-started" && complete.inputs !== undefined)
    copyOnRead(complete, "inputs", complete.inputs);
  if (complete.kind === "node-succeeded") copyOnRead(complete, "outputs", complete.outputs);
  return complete;
}

function copyOnRead(event: RunEvent, name: "inputs" | "outputs", literals: Literals): void {
  let copy: Literals | undefined;
  const get = (): Literals => (copy ??= structuredClone(literals));
  Object.defineProperty(event, name, { get, enumerable: true, configurable: true });
}
