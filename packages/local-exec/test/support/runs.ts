import { type FlytekitError, isFlytekitError } from "@flytekit-ts/workflow";
import type { RunEvent } from "../../src/entries/index.js";

/** A run that can be watched. */
export interface Watched {
  readonly result: Promise<unknown>;
  events(): AsyncIterable<RunEvent>;
}

/** What became of each node of a run, by path: the last that was told of it. */
export async function nodesOf(run: Watched): Promise<Record<string, string>> {
  const last: Record<string, string> = {};
  for await (const event of run.events())
    if ("node" in event) last[event.node] = event.kind.slice("node-".length);
  return last;
}

/** All events of a run, once it is over. */
export async function eventsOf(run: Watched): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of run.events()) events.push(event);
  return events;
}

/** The error of ours with which something fails. */
export async function failureOf(promise: Promise<unknown>): Promise<FlytekitError> {
  try {
    await promise;
  } catch (error) {
    if (isFlytekitError(error)) return error;
    throw error;
  }
  throw new Error("it was fulfilled");
}

/** Something to wait for, and the way to let it come. */
export function latch(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Wait for a while. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
