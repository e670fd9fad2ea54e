import { closeSync, fsyncSync, openSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { ContentStore } from "../../cache/store/content-store.js";
import { loadCodecs } from "../format/codecs.js";
import { LiteralsOnDisk } from "../format/literals.js";
import { CONTENT } from "../format/places.js";
import type { Writer } from "../format/records.js";
import type { Describing } from "../graph/describe-graph.js";
import { Versions } from "../graph/versions.js";
import { JournalFile, notWritten } from "../write/journal-file.js";
import { JournalSink, type Writing } from "../write/journal-sink.js";
import { optionsInWords } from "../write/options-in-words.js";
import { versionsHere } from "../write/versions-here.js";
import type { Hooks, Journaled } from "./run-journal.js";

/** What journals are read and written with. */
export interface Parts extends Describing {
  readonly literals: LiteralsOnDisk;
  readonly content: ContentStore;
}

/** Load what is needed to read and write the journal of a run. */
export async function partsOf({ journal, durability }: Journaled): Promise<Parts> {
  const codecs = await loadCodecs();
  const content = new ContentStore(join(journal, CONTENT));
  const literals = new LiteralsOnDisk(codecs, content, durability === "disk");
  return { codecs, content, literals, versions: new Versions(codecs) };
}

/** What of a journal that goes on has to be known to write it. */
export type Before = Pick<Writing, "isMadeAlike">;

/** What writes the events of a run to a file that has its header. */
export function sinkOf(
  { durability }: Journaled,
  parts: Parts,
  { file, hooks, before }: { readonly file: string; readonly hooks: Hooks; readonly before?: Before },
): JournalSink {
  return new JournalSink({
    file: new JournalFile(file),
    literals: parts.literals,
    describing: parts,
    durability,
    isResumed: before !== undefined,
    isMadeAlike: before?.isMadeAlike ?? (() => false),
    fail: (error) => hooks.fail(error),
    isOptional: hooks.isOptional,
    now: () => hooks.now(),
  });
}

/** This process as it is recorded. */
export function writerOf({ options, durability, labels }: Journaled): Writer {
  return {
    pid: process.pid,
    host: hostname(),
    versions: versionsHere(),
    options: { ...optionsInWords(options), durability },
    ...(labels === undefined ? {} : { labels }),
  };
}

/** Do some work on files, and give its errors the name of the journal. @throws `JOURNAL_NOT_WRITTEN` */
export async function orNotWritten<T>(journal: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isOfFiles(error)) throw notWritten(journal, error);
    throw error;
  }
}

function isOfFiles(error: unknown): boolean {
  return typeof error === "object" && error !== null && typeof Reflect.get(error, "syscall") === "string";
}

/** Make the names in a folder survive a loss of power. Windows opens no folders, and flushes names by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
