import type { Dirent, Stats } from "node:fs";
import { byCodePoint } from "../words/by-code-point.js";
import { assertNotAborted } from "./assert-not-aborted.js";
import { ioFault } from "./io-fault.js";
import { assertLocal } from "./local-kind.js";
import { localPath } from "./local-path.js";
import { nodeFs, nodePath } from "./node-fs.js";
import type { Signal } from "./signal.js";
import { isPartial } from "./write-local.js";

const ACTION = "Listing";

/** A file below a directory. */
export interface LocalFile {
  readonly path: string;
  readonly stats: Stats;
}

/**
 * All files below a local directory, in the order of their paths, with one directory at a time in memory.
 *
 * Links are followed, but a link to a directory that contains it is not: it has nothing new. Pipes and the like are left out, and
 * files that are still being written. Below what does not exist there is nothing.
 */
export async function* listLocal(uri: string, signal?: Signal): AsyncGenerator<LocalFile, undefined> {
  const path = localPath(uri, ACTION);
  assertNotAborted(signal, uri, ACTION);
  try {
    if (!nodeFs().existsSync(path)) return;
    await assertLocal(uri, "directory", ACTION);
    yield* below(path, { signal, uri, around: [await nodeFs().promises.realpath(path)] });
  } catch (cause) {
    throw ioFault(cause, uri, ACTION);
  }
}

interface Listing {
  readonly uri: string;
  readonly signal: Signal | undefined;
  /** The real paths of the directories around. */
  readonly around: readonly string[];
}

async function* below(directory: string, listing: Listing): AsyncGenerator<LocalFile, undefined> {
  const { promises } = nodeFs();
  const { signal, uri, around } = listing;
  const entries = await promises.readdir(directory, { withFileTypes: true });
  for (const { name, isDirectory, path, stats } of await inOrder(directory, entries)) {
    assertNotAborted(signal, uri, ACTION);
    if (!isDirectory) {
      if (stats.isFile() && !isPartial(name)) yield { path, stats };
      continue;
    }
    const real = await promises.realpath(path);
    if (!around.includes(real)) yield* below(path, { ...listing, around: [...around, real] });
  }
}

interface Entry extends LocalFile {
  readonly name: string;
  readonly isDirectory: boolean;
}

// What is in a directory sorts behind a slash: `a.txt` is before `a/b`.
async function inOrder(directory: string, entries: readonly Dirent[]): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const { name } of entries) {
    const path = nodePath().join(directory, name);
    if (isPartial(name)) continue;
    const stats = await statOf(path);
    found.push({ name, path, stats, isDirectory: stats.isDirectory() });
  }
  const key = ({ name, isDirectory }: Entry): string => (isDirectory ? `${name}/` : name);
  return found.sort((a, b) => byCodePoint(key(a), key(b)));
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await nodeFs().promises.stat(path);
  } catch (cause) {
    throw ioFault(cause, path, ACTION);
  }
}
