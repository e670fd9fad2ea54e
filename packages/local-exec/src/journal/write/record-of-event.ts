import type { RunEvent } from "../../events/events.js";

/** What the record of an event has besides the event: a version, and literals as texts of JSON. */
export interface Texts {
  readonly version: string | undefined;
  /** The inputs of the node. */
  readonly taken: string | undefined;
  /** The literals that the event itself has. */
  readonly given: string | undefined;
}

/**
 * The record of an event with literals, as a text of JSON. It is put together by hand: most records of a run are these,
 * and making an object first would cost more than the rest.
 */
export function recordOfEvent(event: RunEvent, { version, taken, given }: Texts): string {
  let text = `{"kind":"${event.kind}","at":${event.at}`;
  if ("node" in event) text += `,"node":${quoted(event.node)},"name":${quoted(event.name)}`;
  text += `,"entity":${quoted("entity" in event ? event.entity : "")}`;
  if ("item" in event) text += `,"item":${event.item}`;
  if ("attempt" in event) text += `,"attempt":${event.attempt}`;
  if ("duration" in event) text += `,"duration":${event.duration}`;
  if ("reused" in event) text += `,"reused":"${event.reused}"`;
  if (version !== undefined) text += `,"version":"${version}"`;
  if (taken !== undefined) text += `,"inputs":${taken}`;
  if (given !== undefined) text += `,"${event.kind === "node-started" ? "inputs" : "outputs"}":${given}`;
  return `${text}}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
