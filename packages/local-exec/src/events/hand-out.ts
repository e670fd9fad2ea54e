import type { Literals } from "@flytekit-ts/core/tasks";
import { bytesOf } from "./bytes-of.js";
import type { RunEvent } from "./events.js";

/**
 * Make an event that can be handed to anyone.
 *
 * Each who gets it has an object of their own. Its literals are copies: those of the run go on to other nodes, and a
 * listener could change them. They are copied, and their bytes are counted, when they are read, because few listeners
 * read them and a list may be long.
 */
export function handOut(event: RunEvent): RunEvent {
  const { inputs, outputs } = event as { readonly inputs?: Literals; readonly outputs?: Literals };
  const handed = { ...event };
  if (inputs !== undefined) {
    onRead(handed, "inputs", true, () => structuredClone(inputs));
    onRead(handed, "inputBytes", false, () => bytesOf(inputs));
  }
  if (outputs !== undefined) {
    onRead(handed, "outputs", true, () => structuredClone(outputs));
    onRead(handed, "outputBytes", false, () => bytesOf(outputs));
  }
  return handed;
}

// What is counted is not enumerable: who clones or prints an event would have it counted.
function onRead(event: RunEvent, name: string, enumerable: boolean, make: () => unknown): void {
  let made: unknown;
  const get = (): unknown => (made ??= make());
  Object.defineProperty(event, name, { get, enumerable, configurable: true });
}
