import { readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TimeSpan } from "@flytekit-ts/core";
import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { assertOptions, parseDuration } from "@flytekit-ts/core/tasks";
import { systemCode } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { wrong } from "../given/wrong-option.js";
import { assertFolder } from "./format/assert-folder.js";
import { CONTENT, folderOf, JOURNAL_FILE } from "./format/places.js";
import { lockRun } from "./lock/run-lock.js";
import { type ListedRun, listRuns, runIdsIn } from "./read/list-runs.js";

/** Which runs are deleted: those that any of these is against. */
export interface PruneOptions {
  /** How many of the newest runs stay. */
  readonly keep?: number | undefined;
  /** Runs that began longer ago are deleted: milliseconds, or a text such as `"30 days"`. */
  readonly olderThan?: TimeSpan | undefined;
  /** How many bytes the folders of the runs may have together. The oldest are deleted first. */
  readonly maxSize?: number | undefined;
  /** Delete nothing, and only say what would be. */
  readonly dryRun?: boolean | undefined;
}

/** What was deleted, or would be. */
export interface Pruned {
  /** The ids of the runs. */
  readonly runs: readonly string[];
  /** How many values of the content store that no run needs any more. */
  readonly contents: number;
}

const KNOWN: ReadonlySet<string> = new Set(["keep", "olderThan", "maxSize", "dryRun"]);
const AT = "the pruning of runs";

/**
 * Delete runs from a journal, and what of the content store no other run needs. A run that a process is writing stays,
 * whatever the options say, and so does one that cannot be read: a later release may have written it.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`, errors of the file system
 */
export function pruneRuns(journal: string, options: PruneOptions): Pruned {
  assertOptions(options, KNOWN, AT, "Say what stays: `pruneRuns(journal, { keep: 20 })`.");
  assertFolder(journal, AT);
  const { keep, olderThan, maxSize, dryRun = false } = options;
  assertCount(keep, "keep");
  assertCount(maxSize, "maxSize");
  if (typeof dryRun !== "boolean")
    throw wrong(
      { at: AT, option: "dryRun", wanted: "true or false", advice: "Leave it out, or write `dryRun: true`." },
      dryRun,
    );
  const before = olderThan === undefined ? undefined : Date.now() - millisecondsOf(olderThan);
  const pruned: string[] = [];
  let bytes = 0;
  const runs = listRuns(journal);
  const readable = runs.filter(({ state }) => state !== "unreadable");
  for (const [index, run] of readable.entries()) {
    bytes += run.bytes;
    const isOver = (keep !== undefined && index >= keep) || (maxSize !== undefined && bytes > maxSize);
    const isOld = before !== undefined && (run.startedAt ?? 0) < before;
    if ((isOver || isOld) && (dryRun ? run.state !== "running" : isDeleted(journal, run)))
      pruned.push(run.id);
  }
  return { runs: pruned, contents: dryRun ? 0 : collect(journal) };
}

// Under the lock, so that nobody resumes it meanwhile, and with one rename, so that nobody sees half of it.
function isDeleted(journal: string, { id }: ListedRun): boolean {
  const folder = folderOf(journal, id);
  const aside = join(journal, `.pruned-${id}`);
  try {
    lockRun(folder, id);
    renameSync(folder, aside);
  } catch (error) {
    // Somebody resumes it, or has deleted it.
    if (errors.RUN_LOCKED.is(error) || systemCode(error) === "ENOENT") return false;
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
  return true;
}

/** Content that was put a short time ago may be needed by a record that is being written. */
const GRACE = 10 * 60 * 1000;

function collect(journal: string): number {
  const content = join(journal, CONTENT);
  const needed = new Set<string>();
  let files: { readonly path: string; readonly digest: string }[];
  try {
    files = readdirSync(content, { withFileTypes: true, recursive: true })
      .filter((each) => each.isFile())
      .map(({ name, parentPath }) => ({ path: join(parentPath, name), digest: parentPath.slice(-2) + name }));
  } catch {
    // There is no content store: no value was large.
    return 0;
  }
  const since = Date.now() - GRACE;
  const old = files.filter(
    ({ path }) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? since) < since,
  );
  if (old.length === 0) return 0;
  for (const id of runIdsIn(journal)) {
    const file = join(folderOf(journal, id), JOURNAL_FILE);
    for (const [, digest] of textOf(file).matchAll(/"sha256":"([0-9a-f]{64})"/g)) needed.add(digest ?? "");
  }
  const unneeded = old.filter(({ digest }) => !needed.has(digest));
  for (const { path } of unneeded) rmSync(path, { force: true });
  return unneeded.length;
}

// A run that is gone needs nothing.
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  }
}

function millisecondsOf(span: TimeSpan): number {
  return Number(parseDuration(span, "olderThan", AT) / 1_000_000n);
}

function assertCount(given: unknown, option: string): void {
  if (given === undefined || (Number.isSafeInteger(given) && Number(given) >= 0)) return;
  const inWords = describeValue(given);
  const advice = `Give a whole number that is not negative: \`${option}: 20\`.`;
  throw coreErrors.OPTION_INVALID({
    at: AT,
    option,
    wanted: "a whole number",
    given: inWords,
    inWords,
    advice,
  });
}
