import type { AttemptNotes } from "../events/events.js";

/** Takes notes about an attempt, for the event of its end. */
export interface AttemptReport {
  note(notes: AttemptNotes): void;
}
