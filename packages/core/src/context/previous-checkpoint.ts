import * as errors from "../errors.js";
import { relativeTo } from "../files/download.js";
import { eachOf } from "../files/each-of.js";
import { readBytes } from "../files/read-bytes.js";
import { ioFault } from "../storage/io-fault.js";
import { isRemote, localPath } from "../storage/local-path.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodePath } from "../storage/node-fs.js";
import { writeLocal } from "../storage/write-local.js";
import type { ValueStore } from "../types/value-store.js";
import { wholeDirectory } from "./whole-directory.js";

const ACTION = "Reading";

/** A checkpoint that an earlier attempt left. */
export interface PreviousCheckpoint {
  readonly uri: string;
  /** The URIs of its files; at least one. */
  readonly files: readonly [string, ...string[]];
}

/** The first of these directories that has files; undefined if none has. */
export async function findPrevious(
  places: readonly string[],
  { storage, signal }: ValueStore,
): Promise<PreviousCheckpoint | undefined> {
  for (const place of places) {
    const uri = isRemote(place) ? place : wholeDirectory(localPath(place, ACTION));
    const files: string[] = [];
    for await (const file of storage.list(uri, { signal })) files.push(file.uri);
    const [first, ...others] = files;
    if (first !== undefined) return { uri, files: [first, ...others] };
  }
  return undefined;
}

/** The content of a checkpoint that is one file. @throws `CHECKPOINT_AMBIGUOUS`, `STORAGE_FAILED` */
export async function readPrevious(
  { uri, files }: PreviousCheckpoint,
  store: ValueStore,
): Promise<Uint8Array> {
  const [file, ...others] = files;
  if (others.length > 0)
    throw errors.CHECKPOINT_AMBIGUOUS({ files: files.map((each) => relativeTo(uri, each)) });
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(file, store)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Copies a checkpoint into a local directory, which is made if it is not there. */
export async function copyPrevious(
  { uri, files }: PreviousCheckpoint,
  directory: string,
  store: ValueStore,
): Promise<void> {
  try {
    await makeDirectories(directory);
    await eachOf(each(files), async (file) => {
      const target = nodePath().join(directory, relativeTo(uri, file));
      await writeLocal(target, readBytes(file, store), { signal: store.signal });
    });
  } catch (cause) {
    throw ioFault(cause, uri, "Restoring");
  }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T, undefined> {
  yield* items;
}
