import { join } from "node:path";

/** Where the parts of a journal are. */
export const JOURNAL_FILE = "run.journal";
/** The folder, beside those of the runs, of literals that are too large for a record. */
export const CONTENT = "content";

/** The folder of a run. */
export function folderOf(journal: string, run: string): string {
  return join(journal, run);
}

/** Whether a text can be the id of a run. An id is the name of a folder, so it must not lead out of the journal. */
export function isRunId(id: unknown): id is string {
  return typeof id === "string" && id !== CONTENT && /^[\w-][\w.-]{0,127}$/.test(id);
}
