import type { DataStore } from "./data-store.js";

/** Data in the memory of this process, for runs whose tasks are functions in it. */
export function memoryStore(): DataStore {
  const objects = new Map<string, Uint8Array>();
  return {
    read: (uri) => Promise.resolve(objects.get(uri)),
    write: (uri, bytes) => {
      objects.set(uri, bytes);
      return Promise.resolve();
    },
  };
}
