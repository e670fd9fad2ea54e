import { joinStorages } from "../stores/storage-for.js";
import { makeDirectories } from "../storage/make-directories.js";
import { nodePath, randomName } from "../storage/node-fs.js";
import type { Signal } from "../storage/signal.js";
import type { Storage } from "../storage/storage.js";
import type { ValueStore } from "../types/value-store.js";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder.js";

/** Where a store on the local disk keeps what it is given. */
export interface LocalStoreOptions {
  /** The folder for what is written and downloaded. By default one of the system's temporary folders, made when it is needed. */
  readonly folder?: string | undefined;
  /** The storages for URIs that are not on the local disk. */
  readonly storages?: readonly Storage[] | undefined;
  readonly signal?: Signal | undefined;
}

/** A store on the local disk. */
export interface LocalStore extends ValueStore {
  /** Removes the temporary folder that it has made, unless there is something in it. It makes another one if it needs one. */
  removeEmpty(): void;
}

/** A store that keeps values on the local disk. Nothing of them is ever deleted: results point at it. */
export function localStore({ folder, storages = [], signal }: LocalStoreOptions = {}): LocalStore {
  let made: TemporaryFolder | undefined;
  const { join, resolve } = nodePath();
  const place = (): string => folder ?? (made ??= makeTemporaryFolder()).path;
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
    removeEmpty() {
      if (made?.removeEmpty() === true) made = undefined;
    },
  };
}
