import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { type FlytekitError, isFlytekitError } from "@flytekit-ts/core/errors";
import { ContentStore } from "../../cache/store/content-store.js";
import { errors } from "../../errors.js";
import { loadCodecs } from "../format/codecs.js";
import { LiteralsOnDisk } from "../format/literals.js";
import { assertFolder } from "../format/assert-folder.js";
import { CONTENT, folderOf } from "../format/places.js";
import { readRecords } from "../format/read-records.js";
import { graphOf } from "../graph/stored-graph.js";
import { holderOf } from "../lock/run-lock.js";
import { journalOf } from "../open/journal-of.js";
import { type Decoding, type KeptRun, RunOfRecords } from "./kept-run.js";
import { tail } from "./tail.js";

/**
 * Read a run from the folder of its journal: also one that is still going, in another process, or whose process has ended.
 *
 * Nothing is written, and no record is guessed: a torn one is counted in `torn`, and what is before a damaged one is given
 * with the error in `damage`. Literals are read when they are asked for; `fromLiterals` of core makes values of them.
 *
 * @throws `RUN_NOT_FOUND`, `OPTION_INVALID`, errors of the file system
 */
export async function readRun(journal: string, run: string): Promise<KeptRun> {
  assertFolder(journal, "the reading of a run");
  const file = journalOf(journal, run);
  const decoding = await decodingOf(journal, run);
  const folder = folderOf(journal, run);
  // Before the records: a writer that is gone has written all of its own.
  const writer = holderOf(folder);
  const records = new RunOfRecords(decoding);
  const { torn, damage } = readInto(records, file);
  const { header, end } = records;
  if (header === undefined) {
    throw damage ?? errors.RUN_NOT_FOUND({ run, journal, problem: "its journal has no whole record" });
  }
  if (writer === undefined || end !== undefined) records.interrupt();
  return {
    id: run,
    state: stateOf(end?.kind, writer !== undefined),
    header,
    resumed: records.resumed,
    writer,
    startedAt: header.at,
    endedAt: end?.at,
    duration: end?.duration,
    error: records.error,
    nodes: records.nodes,
    dynamics: records.dynamics,
    torn,
    damage,
    graph: (node) => records.graph(node),
    inputs: () => records.inputs(),
    outputs: () => records.outputs(),
    events: () => tail({ run, file, decoding, isWritten: () => holderOf(folder) !== undefined }),
  };
}

async function decodingOf(journal: string, run: string): Promise<Decoding> {
  const content = new ContentStore(join(journal, CONTENT));
  const literals = new LiteralsOnDisk(await loadCodecs(), content);
  return {
    literals: (recorded) => literals.fromRecorded(recorded, run),
    graph: (record) => graphOf(record, content, run),
  };
}

function stateOf(end: string | undefined, isWritten: boolean): KeptRun["state"] {
  if (end === "run-succeeded") return "succeeded";
  if (end === "run-failed") return "failed";
  return isWritten ? "running" : "interrupted";
}

function readInto(
  run: RunOfRecords,
  file: string,
): { readonly torn: number; readonly damage: FlytekitError | undefined } {
  const fd = openSync(file, "r");
  try {
    const records = readRecords({ fd, file });
    for (;;) {
      const next = records.next();
      if (next.done === true) return { torn: next.value, damage: undefined };
      if (next.value.record !== undefined) run.add(next.value.record);
    }
  } catch (error) {
    if (isFlytekitError(error)) return { torn: 0, damage: error };
    throw error;
  } finally {
    closeSync(fd);
  }
}
