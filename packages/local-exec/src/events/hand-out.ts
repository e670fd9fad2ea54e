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
  if (event.kind === "node-started") {
    return event.inputs === undefined ? { ...event } : withInputs(event, event.inputs);
  }
  if (event.kind === "node-succeeded" || event.kind === "run-succeeded")
    return withOutputs(event, event.outputs);
  return { ...event };
}

// Getters of a literal take half the time of properties that are defined one by one, and each item of a map has two events.
function withInputs(event: Extract<RunEvent, { readonly kind: "node-started" }>, inputs: Literals): RunEvent {
  let copy: Literals | undefined;
  let bytes: number | undefined;
  return {
    ...event,
    get inputs(): Literals {
      return (copy ??= structuredClone(inputs));
    },
    get inputBytes(): number {
      return (bytes ??= bytesOf(inputs));
    },
  };
}

function withOutputs(event: Extract<RunEvent, { readonly outputs: Literals }>, outputs: Literals): RunEvent {
  let copy: Literals | undefined;
  let bytes: number | undefined;
  return {
    ...event,
    get outputs(): Literals {
      return (copy ??= structuredClone(outputs));
    },
    get outputBytes(): number {
      return (bytes ??= bytesOf(outputs));
    },
  };
}
