import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { leadsNowhere, systemCode } from "@flytekit-ts/core/storage";
import { ENTRIES, EVICTED, type Folders } from "./folders.js";
import { appendLine } from "../disk/lines.js";
import { cut } from "./recent.js";
import { isNotThere, PARTIAL } from "../disk/write-whole.js";

/** A file of a cache that may go: an entry, or content that entries point at. */
export interface Kept {
  readonly path: string;
  readonly size: number;
  /** When it was stored or used last, in milliseconds since 1970. */
  readonly usedAt: number;
  /** The folder of its task. Undefined for content. */
  readonly task: string | undefined;
}

/** All entries and all content of a cache. Files of writers that have died are deleted on the way. */
export async function keptIn(folders: Folders): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const task of await namesBelow(folders.tasks)) {
    const folder = join(folders.tasks, task);
    kept.push(...(await filesOf(join(folder, ENTRIES), folder)));
  }
  for (const part of await namesBelow(folders.content))
    kept.push(...(await filesOf(join(folders.content, part), undefined)));
  return kept;
}

/** Delete the files that were used longest ago, until the others have at most so many bytes. Gives their bytes. */
export async function evictTo(folders: Folders, bytes: number): Promise<number> {
  const kept = await keptIn(folders);
  let total = kept.reduce((sum, { size }) => sum + size, 0);
  for (const each of kept.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= bytes) break;
    await evict(each);
    total -= each.size;
  }
  return total;
}

/** Delete a file, and note the key of an entry, so that a later miss can say that it was evicted. */
export async function evict({ path, task }: Kept): Promise<void> {
  await rm(path, { force: true });
  if (task !== undefined) await appendLine(join(task, EVICTED), cut(basename(path)));
}

async function filesOf(folder: string, task: string | undefined): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await sizeAndUse(path);
    if (found === undefined) continue;
    if (!name.startsWith(PARTIAL)) kept.push({ path, ...found, task });
    else if (Date.now() - found.usedAt > LONGEST_WRITE) await rm(path, { force: true });
  }
  return kept;
}

// A writer that takes longer has died.
const LONGEST_WRITE = 60 * 60 * 1000;

// Another process may delete it at any time.
async function sizeAndUse(
  path: string,
): Promise<{ readonly size: number; readonly usedAt: number } | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, usedAt: mtimeMs };
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
}

// A file among the folders is none of the cache, but one in place of the cache has to be told, and so has a link to nothing.
async function namesBelow(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT" && !leadsNowhere(folder)) return [];
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await namesBelow(folder);
  } catch (error) {
    if (isNotThere(error)) return [];
    throw error;
  }
}
