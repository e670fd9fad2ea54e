import type { ValueStore } from "../../src/types/value-store.js";

/** A store in memory, whose objects a test can see. */
export function objectStore(): ValueStore & { readonly objects: Map<string, Uint8Array> } {
  const objects = new Map<string, Uint8Array>();
  let count = 0;
  const unasked = (): never => {
    throw new Error("the test does not need this");
  };
  return {
    objects,
    newUri: (name) => `mem://${(count += 1)}/${name}`,
    newPath: unasked,
    storage: {
      schemes: ["mem"],
      async *read(uri) {
        const bytes = objects.get(uri) ?? unasked();
        // In two chunks, as a stream would come.
        const half = Math.floor(bytes.length / 2);
        yield bytes.subarray(0, half);
        yield bytes.subarray(half);
      },
      async write(uri, source) {
        objects.set(uri, source instanceof Uint8Array ? source : unasked());
      },
      stat: unasked,
      list: unasked,
      delete: unasked,
    },
  };
}
