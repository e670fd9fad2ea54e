import { localStore, type Signal, type Storage, type ValueStore } from "@flytekit-ts/core/storage";
import { mismatch } from "@flytekit-ts/core/types";

/** Where values of a connector are read from, and where files among its outputs go: below the prefix for outputs. */
export function outputStore(prefix: string, storages: readonly Storage[], signal: Signal): ValueStore {
  const local = localStore({ storages, signal });
  return {
    storage: local.storage,
    signal,
    copiesLocalFiles: true,
    newUri(name) {
      if (prefix === "") throw mismatch("a place for files, which the engine did not name", "a file");
      return `${prefix}/raw/${process.getBuiltinModule("node:crypto").randomUUID()}/${name}`;
    },
    newPath: (name) => local.newPath(name),
  };
}
