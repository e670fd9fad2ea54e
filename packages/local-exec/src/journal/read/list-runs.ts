import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { leadsNowhere, systemCode } from "@flytekit-ts/core/storage";
import { assertFolder } from "../format/assert-folder.js";
import { folderOf, isRunId, JOURNAL_FILE } from "../format/places.js";
import { isNotThere } from "../../cache/disk/write-whole.js";
import type { HeaderRecord } from "../format/records.js";
import { holderOf } from "../lock/run-lock.js";
import { replay } from "../past/past-run.js";
import type { KeptRun } from "./kept-run.js";

/** A run in a list. */
export interface ListedRun {
  readonly id: string;
  /** `unreadable`: its journal has no whole header, is damaged, has a later form, or may not be read. */
  readonly state: KeptRun["state"] | "unreadable";
  /** The name of the entity. */
  readonly entity: string | undefined;
  /** Texts that whoever started the run gave it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  /** In milliseconds: of a run that was resumed, from then on. */
  readonly duration: number | undefined;
  readonly parent: HeaderRecord["parent"];
  /** The size of the run's folder in bytes, without what is in the content store. */
  readonly bytes: number;
}

/** Which runs are listed. */
export interface RunFilter {
  readonly state?: ListedRun["state"] | undefined;
  /** The name of the entity. */
  readonly entity?: string | undefined;
}

const KNOWN: ReadonlySet<string> = new Set(["state", "entity"]);
const AT = "the list of runs";

/**
 * The runs of a journal, the newest first. A folder that is not there has none.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`, errors of the file system
 */
export function listRuns(journal: string, filter: RunFilter = {}): readonly ListedRun[] {
  assertFolder(journal, AT);
  assertOptions(filter, KNOWN, AT, 'Say which runs: `listRuns(journal, { state: "failed" })`.');
  const { state, entity } = filter;
  const runs = runIdsIn(journal)
    .flatMap((id) => unlessDeleted(folderOf(journal, id), () => listed(journal, id)))
    .filter(
      (run) =>
        (state === undefined || run.state === state) && (entity === undefined || run.entity === entity),
    );
  return runs.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
}

/** The ids of the runs in the folder of a journal. */
export function runIdsIn(journal: string): readonly string[] {
  return entriesOf(journal)
    .filter((each) => each.isDirectory() && isRunId(each.name))
    .map(({ name }) => name);
}

// A file in its place, or in that of a folder around it, is no journal without runs, and neither is a link to nothing.
function entriesOf(journal: string): readonly Dirent[] {
  try {
    return readdirSync(journal, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === "ENOENT" && !leadsNowhere(journal)) return [];
    throw error;
  }
}

// Another process may delete a run at any time, as each does with old ones when its own run has ended.
function unlessDeleted(folder: string, list: () => ListedRun): readonly ListedRun[] {
  try {
    const run = list();
    return run.state === "unreadable" && !existsSync(folder) ? [] : [run];
  } catch (error) {
    if (isNotThere(error) && !existsSync(folder)) return [];
    throw error;
  }
}

function listed(journal: string, id: string): ListedRun {
  const folder = folderOf(journal, id);
  const bytes = sizeOf(folder);
  const isWritten = holderOf(folder) !== undefined;
  const file = join(folder, JOURNAL_FILE);
  const past = existsSync(file) ? pastOf(file) : undefined;
  const header = past?.header;
  const end = past?.end;
  return {
    id,
    state: header === undefined ? "unreadable" : stateOf(end?.kind, isWritten),
    entity: header?.entity.name,
    labels: header?.labels ?? {},
    startedAt: header?.at,
    endedAt: end?.at,
    duration: end?.duration,
    parent: header?.parent,
    bytes,
  };
}

function stateOf(end: string | undefined, isWritten: boolean): KeptRun["state"] {
  if (end === "run-succeeded") return "succeeded";
  if (end === "run-failed") return "failed";
  return isWritten ? "running" : "interrupted";
}

function pastOf(file: string): ReturnType<typeof replay>["past"] | undefined {
  try {
    return replay(file).past;
  } catch (error) {
    if (isFlytekitError(error) || systemCode(error) !== "") return undefined;
    throw error;
  }
}

/** The size of all files in a folder, in bytes. */
export function sizeOf(folder: string): number {
  let bytes = 0;
  for (const each of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (each.isFile())
      bytes += statSync(join(each.parentPath, each.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
