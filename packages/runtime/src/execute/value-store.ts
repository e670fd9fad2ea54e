import { localStore, type Storage, type ValueStore } from "@flytekit-ts/core/storage";

/** Where the files of a task go: below the raw output prefix, each in a folder of its own, as Flyte's other SDKs do. */
export function containerStore(prefix: string, storage: Storage, signal: AbortSignal): ValueStore {
  const local = localStore({ signal });
  return {
    storage,
    signal,
    copiesLocalFiles: true,
    newUri(name) {
      const random = process.getBuiltinModule("node:crypto").randomBytes(16).toString("hex");
      return `${prefix}/${random}/${name}`;
    },
    newPath: (name) => local.newPath(name),
  };
}
