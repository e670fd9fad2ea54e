import * as errors from "../errors.js";
import { assertNotAborted } from "./assert-not-aborted.js";
import { ioFault } from "./io-fault.js";
import { systemCode } from "./system-words.js";
import { listLocal } from "./list-local.js";
import { localPath } from "./local-path.js";
import { nodeFs, nodePath } from "./node-fs.js";
import { readLocal } from "./read-local.js";
import type { Signal } from "./signal.js";
import type { Storage, StoredObject } from "./storage.js";
import { writeLocal } from "./write-local.js";

/**
 * The local disk as storage: `file://` URLs and plain paths.
 *
 * A file is written under another name in its directory, and gets its own when it is whole. A directory is listed in
 * the order of its paths; links are followed.
 */
export const localDisk: Storage = Object.freeze<Storage>({
  schemes: ["file"],
  read: readLocal,
  write: writeLocal,
  stat: statLocal,
  async *list(prefix, { signal } = {}) {
    for await (const { path, stats } of listLocal(prefix, signal)) yield { uri: path, size: stats.size };
  },
  delete: deleteLocal,
});

interface Abortable {
  readonly signal?: Signal | undefined;
}

async function statLocal(uri: string, { signal }: Abortable = {}): Promise<StoredObject | undefined> {
  assertNotAborted(signal, uri, "Finding");
  try {
    const stats = await nodeFs().promises.stat(localPath(uri, "Finding"));
    return stats.isFile() ? { uri, size: stats.size } : undefined;
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(cause))) return undefined;
    throw ioFault(cause, uri, "Finding");
  }
}

async function deleteLocal(uri: string, { signal }: Abortable = {}): Promise<void> {
  assertNotAborted(signal, uri, "Deleting");
  const path = localPath(uri, "Deleting");
  const { promises } = nodeFs();
  try {
    await promises.rm(path, { force: true });
  } catch (cause) {
    // Node says so with a code of its own.
    if (systemCode(cause) !== "ERR_FS_EISDIR") throw ioFault(cause, uri, "Deleting");
    const params = { uri: nodePath().resolve(path), wanted: "a file", found: "a directory" };
    throw errors.STORAGE_KIND_WRONG(params, { cause });
  }
}
