import type { RunEvent } from "../../events/events.js";
import { quoted, quotedOnce } from "../format/quoted.js";

/** What the record of an event has besides the event: who the node is, and literals as texts of JSON. */
export interface Texts {
  /** The version of the node, and its inputs, if it has no record yet. */
  readonly version: string | undefined;
  readonly taken: string | undefined;
  /** When it started, if that is not recorded apart. */
  readonly since: number | undefined;
  /** The literals that the event itself has. */
  readonly given: string | undefined;
}

/**
 * The record of an event with literals, as a text of JSON. It is put together by hand: most records of a run are these,
 * and making an object first would cost more than the rest.
 */
export function recordOfEvent(event: RunEvent, { version, taken, since, given }: Texts): string {
  const { kind, at } = event;
  let text = `{"kind":"${kind}","at":${at},"entity":${quoted("entity" in event ? event.entity : "")}`;
  if (kind === "node-started" || kind === "node-succeeded") {
    text += `,"node":${quotedOnce(event.node)},"name":${quoted(event.name)},"attempt":${event.attempt}`;
    if (event.item !== undefined) text += `,"item":${event.item}`;
  }
  if (kind === "node-started" && event.execution !== undefined)
    text += `,"execution":${JSON.stringify(event.execution)}`;
  if (kind === "node-succeeded" || kind === "run-succeeded") text += `,"duration":${event.duration}`;
  if (kind === "node-succeeded" && event.reused !== undefined) text += `,"reused":"${event.reused}"`;
  if (kind === "node-succeeded") {
    if (event.usage !== undefined) text += `,"usage":${JSON.stringify(event.usage)}`;
    if (event.deck !== undefined) text += `,"deck":${JSON.stringify(event.deck)}`;
  }
  if (since !== undefined) text += `,"since":${since}`;
  if (version !== undefined) text += `,"version":"${version}"`;
  if (taken !== undefined) text += `,"inputs":${taken}`;
  if (given !== undefined) text += `,"${kind === "node-started" ? "inputs" : "outputs"}":${given}`;
  return `${text}}`;
}
