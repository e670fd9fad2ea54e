import { closeSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { fromErrorData } from "@flytekit-ts/core/literals";
import type { RunEvent } from "../../events/events.js";
import { handOut } from "../../events/hand-out.js";
import { toFlytekitError } from "../../events/to-flytekit-error.js";
import { readRecords } from "../format/read-records.js";
import type { EventRecord, JournalRecord } from "../format/records.js";
import type { Decoding } from "./kept-run.js";

/** A journal that is followed. */
export interface Followed {
  readonly run: string;
  readonly file: string;
  readonly decoding: Decoding;
  /** Whether a process writes it. */
  isWritten(): boolean;
}

/** How often it is looked for more, in milliseconds. Not every file system tells of changes. */
const LOOK_EVERY = 50;

/** The events of a run from the first on, also those that come, until the run ends or nobody writes it any more. */
export async function* tail({
  run,
  file,
  decoding,
  isWritten,
}: Followed): AsyncGenerator<RunEvent, void, void> {
  const fd = openSync(file, "r");
  try {
    let position = 0;
    let hasEnded = false;
    for (;;) {
      // Asked first: what its last process wrote is read after that.
      const goesOn = isWritten();
      for (const { record, end } of readRecords({ fd, file }, position)) {
        position = end;
        if (record === undefined) continue;
        if (record.kind === "resumed") hasEnded = false;
        if (record.kind === "run-succeeded" || record.kind === "run-failed") hasEnded = true;
        if (isEvent(record)) yield await toEvent(record, run, decoding);
      }
      if (hasEnded || !goesOn) return;
      await wait(LOOK_EVERY);
    }
  } finally {
    closeSync(fd);
  }
}

const OTHERS: ReadonlySet<string> = new Set(["header", "graph", "inputs", "resumed"]);

function isEvent(record: JournalRecord): record is EventRecord {
  return !OTHERS.has(record.kind);
}

async function toEvent(record: EventRecord, runId: string, { literals }: Decoding): Promise<RunEvent> {
  const { version, since, ...event } = record as EventRecord & { version?: string; since?: number };
  void [version, since];
  const more: Record<string, unknown> = { runId };
  if ("error" in event) more["error"] = toFlytekitError(fromErrorData(event.error));
  if ("inputs" in event && event.inputs !== undefined) more["inputs"] = await literals(event.inputs);
  if ("outputs" in event) more["outputs"] = await literals(event.outputs);
  return handOut({ ...event, ...more } as unknown as RunEvent);
}
