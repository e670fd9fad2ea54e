import { ioFault } from "../storage/io-fault.js";
import { listLocal } from "../storage/list-local.js";
import { localPathOf } from "../storage/local-path.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodePath } from "../storage/node-fs.js";
import { readLocal } from "../storage/read-local.js";
import type { ValueStore } from "../types/value-store.js";
import { eachOf } from "./each-of.js";

/** Copies a local file into the storage of its URI. */
export async function uploadFile(path: string, uri: string, { storage, signal }: ValueStore): Promise<void> {
  await storage.write(uri, readLocal(path, { signal }), { signal });
}

/** Copies all files of a local directory into the storage of its URI. */
export async function uploadDirectory(path: string, uri: string, store: ValueStore): Promise<void> {
  await makeLocal(uri);
  await eachOf(listLocal(path, store.signal), async (file) => {
    const name = nodePath().relative(path, file.path);
    await uploadFile(file.path, `${uri}/${name}`, store);
  });
}

// A disk has directories without files, and readers in Python look for them. No object store has any.
async function makeLocal(uri: string): Promise<void> {
  const folder = localPathOf(uri);
  if (folder === undefined) return;
  try {
    await makeDirectories(folder);
  } catch (cause) {
    throw ioFault(cause, uri, "Writing");
  }
}
