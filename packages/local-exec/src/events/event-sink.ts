import type { RunEvent } from "./events.js";

/** Someone who gets the events of a run: a log, a listener, a journal. */
export interface EventSink {
  /**
   * Take an event. Its literals are those of the run: whoever hands it to others uses `handOut`. What is returned, if anything, resolves when the event is where it has to be: the run does not go on
   * from the node of the event before that. It rejects if the run cannot go on.
   */
  tell(event: RunEvent): Promise<void> | undefined;
}
