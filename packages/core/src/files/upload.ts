import { listLocal } from "../storage/list-local.js";
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
  await eachOf(listLocal(path, store.signal), async (file) => {
    const name = nodePath().relative(path, file.path);
    await uploadFile(file.path, `${uri}/${name}`, store);
  });
}
