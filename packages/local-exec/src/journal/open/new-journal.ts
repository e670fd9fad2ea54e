import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeDirectories } from "@flytekit-ts/core/storage";
import { RECORD_VERSION, toFrame } from "../format/frame.js";
import { folderOf, JOURNAL_FILE } from "../format/places.js";
import type { HeaderRecord } from "../format/records.js";
import { describeGraph, graphPayload } from "../graph/describe-graph.js";
import { storedGraph } from "../graph/stored-graph.js";
import { lockRun } from "../lock/run-lock.js";
import { flushFolder, orNotWritten, partsOf, sinkOf, writerOf } from "./parts-of.js";
import type { JournalSink } from "../write/journal-sink.js";
import type { Hooks, Journaled, OpenJournal, RunJournal } from "./run-journal.js";

/** The journal of a run that begins: there is always something to write. */
export interface NewJournal extends RunJournal {
  open(hooks: Hooks): Promise<OpenJournal & { readonly sink: JournalSink }>;
}

/** The journal of a new run. `parent` is the run that it repeats in part. */
export function newJournal(journaled: Journaled, parent?: HeaderRecord["parent"]): NewJournal {
  const folder = folderOf(journaled.journal, journaled.run);
  return {
    folder,
    isResumed: false,
    isNeeded: false,
    filesIn: join(folder, "files"),
    async open(hooks) {
      const parts = await partsOf(journaled);
      const file = join(folder, JOURNAL_FILE);
      const flush = journaled.durability === "disk";
      return orNotWritten(journaled.journal, async () => {
        const inputs =
          journaled.inputs === undefined ? undefined : await parts.literals.toRecorded(journaled.inputs);
        const graph = await storedGraph(describeGraph(journaled.plan, parts), parts.content, flush);
        await makeDirectories(journaled.journal, 0o700);
        return orNothing(folder, () => {
          const lock = lockRun(folder, journaled.run);
          try {
            const at = hooks.now();
            const payloads = [
              JSON.stringify(headerOf(journaled, at, parent)),
              graphPayload(graph, { at, prefix: "" }),
            ];
            if (inputs !== undefined) payloads.push(JSON.stringify({ kind: "inputs", at, inputs }));
            begin(file, payloads, flush);
            const sink = sinkOf(journaled, parts, { file, hooks });
            return {
              sink,
              history: undefined,
              inputs: undefined,
              outputs: undefined,
              close() {
                sink.close();
                lock.release();
              },
            };
          } catch (error) {
            lock.release();
            throw error;
          }
        });
      });
    },
  };
}

/** Make the folder of a run and what is in it, or neither. */
function orNothing<T>(folder: string, work: () => T): T {
  mkdirSync(folder, { mode: 0o700 });
  try {
    return work();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function headerOf(journaled: Journaled, at: number, parent: HeaderRecord["parent"]): HeaderRecord {
  const { run, entity, origin } = journaled;
  return {
    kind: "header",
    format: RECORD_VERSION,
    run,
    entity: { kind: entity.kind, name: entity.name },
    at,
    ...(parent === undefined ? {} : { parent }),
    ...(origin === undefined ? {} : { origin }),
    ...writerOf(journaled),
  };
}

// Aside at first: where there is a journal, it has a whole header and graph.
function begin(file: string, payloads: readonly string[], flush: boolean): void {
  const aside = `${file}.new`;
  const fd = openSync(aside, "wx", 0o600);
  try {
    const bytes = Buffer.from(payloads.map(toFrame).join(""));
    for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
    if (flush) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(aside, file);
  if (!flush) return;
  const folder = dirname(file);
  flushFolder(folder);
  flushFolder(dirname(folder));
}
