import { isRemote } from "../storage/local-path.js";
import type { Signal } from "../storage/signal.js";
import type { Storage } from "../storage/storage.js";

/**
 * What a value needs that is more than its literal, such as a file: where it is written, and where it is read from.
 *
 * A runner makes one for each task execution. Types get it in `storing` and `load`.
 */
export interface ValueStore {
  readonly storage: Storage;
  /** A URI that nothing else is given, whose last part is this file name. */
  newUri(name: string): string;
  /** A local path that nothing else is given, whose last part is this file name. Its folder exists and is empty. */
  newPath(name: string): Promise<string>;
  /**
   * Called with each local file or directory that becomes a value and stays where it is. A runner rejects one that has
   * changed since another value was made of it. Only a store has it that leaves such files where they are.
   */
  claim?(path: string): Promise<void>;
  /**
   * Whether files of this machine are copied to a new URI also where that is on its disk: in a container, what is not
   * below the prefix for outputs is gone with it.
   */
  readonly copiesLocalFiles?: true | undefined;
  readonly signal?: Signal | undefined;
  /** Whether the value is a part of a record, which may hold it whole. */
  readonly inRecord?: true | undefined;
}

/** The store for the parts of a record. */
export function storeInRecord(store: ValueStore): ValueStore {
  if (store.inRecord === true) return store;
  return {
    storage: store.storage,
    // A signal is made when it is asked for.
    get signal() {
      return store.signal;
    },
    newUri: (name) => store.newUri(name),
    newPath: (name) => store.newPath(name),
    ...(store.claim === undefined ? {} : { claim: async (path) => store.claim?.(path) }),
    ...(store.copiesLocalFiles === undefined ? {} : { copiesLocalFiles: store.copiesLocalFiles }),
    inRecord: true,
  };
}

/**
 * Whether a file of this machine stays where it is when it becomes a value. `newUri` gives the URI that it would get, and is
 * asked only if need be: a store may make a folder for it.
 */
export function keepsLocal({ claim, copiesLocalFiles }: ValueStore, newUri: () => string): boolean {
  return copiesLocalFiles !== true && (claim !== undefined || !isRemote(newUri()));
}
