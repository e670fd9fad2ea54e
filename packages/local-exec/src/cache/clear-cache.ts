import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { assertOptions, assertText, parseDuration } from "@flytekit-ts/core/tasks";
import type { TimeSpan } from "@flytekit-ts/core";
import { systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { assertCacheDir, defaultCacheDir } from "./cache-option.js";
import { evict, keptIn } from "./store/eviction.js";
import { Folders } from "./store/folders.js";

/** What to delete of a cache: all of it, if nothing is said. */
export interface ClearOptions {
  /** The folder of the cache. By default that of the user. */
  readonly dir?: string | undefined;
  /** Delete only the results of the task with this full name. */
  readonly task?: string | undefined;
  /** Delete only what was not used for so long: milliseconds, or a text such as `"7 days"`. */
  readonly olderThan?: TimeSpan | undefined;
}

/** What was deleted. */
export interface Cleared {
  readonly results: number;
  readonly bytes: number;
}

const KNOWN: ReadonlySet<string> = new Set(["dir", "task", "olderThan"]);
const AT = "clearCache";

/**
 * Delete results of tasks from a cache on this machine. Runs that use it at the same time compute what they miss anew.
 *
 * @throws `CACHE_UNUSABLE` if something cannot be deleted; `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export async function clearCache(options: ClearOptions = {}): Promise<Cleared> {
  assertOptions(options, KNOWN, AT);
  const { dir, task, olderThan } = options;
  assertCacheDir(dir, AT);
  assertText(task, "task", AT);
  const age = olderThan === undefined ? undefined : Number(parseDuration(olderThan, "olderThan", AT)) / 1e6;
  const folder = resolve(dir ?? defaultCacheDir());
  try {
    return await clear(new Folders(folder), task, age);
  } catch (cause) {
    throw errors.CACHE_UNUSABLE({ dir: folder, problem: systemWords(cause, "listing") }, { cause });
  }
}

async function clear(folders: Folders, task: string | undefined, age: number | undefined): Promise<Cleared> {
  const before = age === undefined ? Infinity : Date.now() - age;
  const only = task === undefined ? undefined : folders.task(task);
  const kept = (await keptIn(folders)).filter(
    (each) => each.usedAt <= before && (only === undefined || each.task === only),
  );
  for (const each of kept) await evict(each);
  // Nothing is left of which a miss could say what differs.
  if (age === undefined) {
    const notes = only === undefined ? [folders.growth, folders.tasks, folders.content] : [only];
    for (const path of notes) await rm(path, { recursive: true, force: true });
  }
  return {
    results: kept.filter((each) => each.task !== undefined).length,
    bytes: kept.reduce((sum, { size }) => sum + size, 0),
  };
}
