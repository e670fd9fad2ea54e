import type { Literals } from "@flytekit-ts/core/tasks";
import type { RunEvent } from "./events.js";

/**
 * Make an event that can be handed to anyone.
 *
 * Each who gets it has an object of their own. Its literals are copies: those of the run go on to other nodes, and a listener could change them. They are copied when
 * they are read, because few listeners read them and a list may be long.
 */
export function handOut(event: RunEvent): RunEvent {
  const { inputs, outputs } = event as { readonly inputs?: Literals; readonly outputs?: Literals };
  const handed = { ...event };
  if (inputs !== undefined) copyOnRead(handed, "inputs", inputs);
  if (outputs !== undefined) copyOnRead(handed, "outputs", outputs);
  return handed;
}

function copyOnRead(event: RunEvent, name: "inputs" | "outputs", literals: Literals): void {
  let copy: Literals | undefined;
  const get = (): Literals => (copy ??= structuredClone(literals));
  Object.defineProperty(event, name, { get, enumerable: true, configurable: true });
}
