import type { AbortLike, Storage } from "../storage/storage.js";

/**
 * What a value needs that is more than its literal, such as a file: where it is written, and where it is read from.
 *
 * A runner makes one for each task execution. Types get it in `storing` and `load`.
 */
export interface ValueStore {
  readonly storage: Storage;
  /** A URI that nothing else is given, whose last part is this file name. */
  newUri(name: string): string;
  /** A local path that nothing else is given, whose last part is this file name. Its folder exists. */
  newPath(name: string): Promise<string>;
  readonly signal?: AbortLike | undefined;
  /** Whether the value is a part of a record, which may hold it whole. */
  readonly inRecord?: true | undefined;
}

/** The store for the parts of a record. */
export function storeInRecord(store: ValueStore): ValueStore {
  if (store.inRecord === true) return store;
  const { storage, signal } = store;
  return {
    storage,
    signal,
    newUri: (name) => store.newUri(name),
    newPath: (name) => store.newPath(name),
    inRecord: true,
  };
}
