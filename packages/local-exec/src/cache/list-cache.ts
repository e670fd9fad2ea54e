import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { systemWords } from "@flytekit-ts/core/storage";
import { errors } from "../errors.js";
import { assertCacheDir, defaultCacheDir } from "./cache-option.js";
import { isNotThere } from "./disk/write-whole.js";
import { fromFile } from "./store/entry.js";
import { type Kept, keptIn } from "./store/eviction.js";
import { Folders } from "./store/folders.js";

/** The results of one task in a cache. */
export interface CachedResults {
  /** The full name of the task. Undefined if none of its results can be read. */
  readonly task: string | undefined;
  /** The cache versions of its results, the latest first. */
  readonly versions: readonly string[];
  readonly results: number;
  /** Without large outputs, which tasks share. */
  readonly bytes: number;
  /** When one was stored or used last, in milliseconds since 1970. */
  readonly usedAt: number;
}

/** What is in a cache. */
export interface ListedCache {
  /** The folder. */
  readonly dir: string;
  /** The size of all that is in it, in bytes. */
  readonly bytes: number;
  /** By task, the one that was used latest first. */
  readonly tasks: readonly CachedResults[];
}

const AT = "listCache";

/**
 * What a cache on this machine keeps: by default that of the user. A folder that is not there keeps nothing.
 *
 * @throws `CACHE_UNUSABLE` if it cannot be read; `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`
 */
export async function listCache(options: { readonly dir?: string | undefined } = {}): Promise<ListedCache> {
  assertOptions(options, new Set(["dir"]), AT);
  assertCacheDir(options.dir, AT);
  const dir = resolve(options.dir ?? defaultCacheDir());
  try {
    const kept = await keptIn(new Folders(dir));
    const byTask = new Map<string, Kept[]>();
    for (const each of kept) {
      if (each.task === undefined) continue;
      const others = byTask.get(each.task);
      if (others === undefined) byTask.set(each.task, [each]);
      else others.push(each);
    }
    const tasks: CachedResults[] = [];
    for (const results of byTask.values()) tasks.push(await resultsOf(results));
    const bytes = kept.reduce((sum, { size }) => sum + size, 0);
    return { dir, bytes, tasks: tasks.toSorted((a, b) => b.usedAt - a.usedAt) };
  } catch (cause) {
    throw errors.CACHE_UNUSABLE({ dir, problem: systemWords(cause, "listing") }, { cause });
  }
}

async function resultsOf(kept: readonly Kept[]): Promise<CachedResults> {
  const latest = kept.toSorted((a, b) => b.usedAt - a.usedAt);
  const versions = new Set<string>();
  let task: string | undefined;
  for (const { path } of latest) {
    const parts = await partsAt(path);
    if (parts === undefined) continue;
    task ??= parts.task;
    versions.add(parts.version);
  }
  return {
    task,
    versions: [...versions],
    results: kept.length,
    bytes: kept.reduce((sum, { size }) => sum + size, 0),
    usedAt: latest[0]?.usedAt ?? 0,
  };
}

// A run may make room meanwhile.
async function partsAt(
  path: string,
): Promise<{ readonly task: string; readonly version: string } | undefined> {
  try {
    return fromFile(basename(path), await readFile(path))?.parts;
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}
