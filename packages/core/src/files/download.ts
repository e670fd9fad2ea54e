import * as errors from "../errors.js";
import { ioFault } from "../storage/io-fault.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodeFs, nodePath } from "../storage/node-fs.js";
import { writeLocal } from "../storage/write-local.js";
import type { ValueStore } from "../types/value-store.js";
import { eachOf } from "./each-of.js";
import { fileNameOf } from "./file-name.js";

const ACTION = "Downloading";

/** Downloads a file, or nothing, and gives its local path. */
export async function downloadFile(uri: string, store: ValueStore): Promise<string> {
  return into(uri, await newPath(uri, store, "file"), (path) => {
    return writeLocal(path, contentOf(uri, store), { signal: store.signal });
  });
}

/** Downloads all files of a directory, or nothing, and gives the path of the local directory. */
export async function downloadDirectory(uri: string, store: ValueStore): Promise<string> {
  return into(uri, await newPath(uri, store, "directory"), async (path) => {
    const { storage, signal } = store;
    const { rename, rm } = nodeFs().promises;
    const { dirname, join } = nodePath();
    const partial = join(dirname(path), ".partial");
    try {
      await makeDirectories(partial);
      await eachOf(storage.list(uri, { signal }), async (file) => {
        const target = join(partial, relativeTo(uri, file.uri));
        await writeLocal(target, contentOf(file.uri, store), { signal });
      });
      await rename(partial, path);
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  });
}

// A storage of somebody else may throw anything.
async function* contentOf(
  uri: string,
  { storage, signal }: ValueStore,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    yield* storage.read(uri, { signal });
  } catch (cause) {
    throw ioFault(cause, uri, ACTION);
  }
}

async function newPath(uri: string, store: ValueStore, otherwise: string): Promise<string> {
  try {
    return await store.newPath(fileNameOf(uri, otherwise));
  } catch (cause) {
    throw ioFault(cause, uri, ACTION);
  }
}

async function into(uri: string, path: string, download: (path: string) => Promise<void>): Promise<string> {
  try {
    await download(path);
    return path;
  } catch (cause) {
    // The folder was made for this download. It is the first error that counts.
    await nodeFs()
      .promises.rmdir(nodePath().dirname(path))
      .catch(() => {});
    throw ioFault(cause, uri, ACTION);
  }
}

/**
 * The path of a file below the directory that it is listed in. A name may lead out of it: object stores take any.
 *
 * @throws `STORAGE_FAILED`
 */
export function relativeTo(directory: string, uri: string): string {
  const prefix = directory.endsWith("/") ? directory : `${directory}/`;
  const path = uri.startsWith(prefix) ? uri.slice(prefix.length) : "";
  const isInside =
    path !== "" && path.split("/").every((part) => part !== ".." && part !== "." && part !== "");
  if (isInside && !path.includes("\0")) return path;
  const problem = "its name does not say a place in the directory that it was listed in";
  throw errors.STORAGE_FAILED({ uri, action: ACTION, problem });
}
