import { joinStorages } from "../stores/storage-for.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodeFs, nodePath, randomName } from "../storage/node-fs.js";
import type { Signal } from "../storage/signal.js";
import type { Storage } from "../storage/storage.js";
import type { ValueStore } from "../types/value-store.js";

/** Where a store on the local disk keeps what it is given. */
export interface LocalStoreOptions {
  /** The folder for what is written and downloaded. By default one of the system's temporary folders, made when it is needed. */
  readonly folder?: string | undefined;
  /** The storages for URIs that are not on the local disk. */
  readonly storages?: readonly Storage[] | undefined;
  readonly signal?: Signal | undefined;
}

/** A store that keeps values on the local disk. Nothing is ever deleted: results point at it. */
export function localStore({ folder, storages = [], signal }: LocalStoreOptions = {}): ValueStore {
  let made = folder;
  const { join, resolve } = nodePath();
  const place = (): string => (made ??= temporaryFolder());
  const newUri = (name: string): string => join(resolve(place()), randomName(), name);
  return {
    storage: joinStorages(storages),
    signal,
    newUri,
    async newPath(name) {
      const path = newUri(name);
      await makeDirectories(nodePath().dirname(path));
      return path;
    },
  };
}

/** Makes a folder that only this user can read. */
export function temporaryFolder(): string {
  const { tmpdir } = process.getBuiltinModule("node:os");
  return nodeFs().mkdtempSync(nodePath().join(tmpdir(), "flytekit-ts-"));
}
