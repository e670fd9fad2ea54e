import type { ByteStream, Storage } from "../../src/storage/storage.js";
import type { ValueStore } from "../../src/types/value-store.js";

/** A store in memory, and what it holds. New URIs are `mem://new/1/name`, `mem://new/2/name`, ... */
export function memoryStore(held: Readonly<Record<string, string>> = {}): {
  readonly store: ValueStore;
  readonly texts: () => Record<string, string>;
} {
  const objects = new Map(Object.entries(held).map(([uri, text]) => [uri, Buffer.from(text)]));
  let count = 0;
  const newUri = (name: string): string => `mem://new/${(count += 1)}/${name}`;
  return {
    store: { storage: storageOf(objects), newUri, newPath: (name) => Promise.resolve(newUri(name)) },
    texts: () => Object.fromEntries([...objects].map(([uri, bytes]) => [uri, bytes.toString()])),
  };
}

function storageOf(objects: Map<string, Buffer>): Storage {
  const found = (uri: string) => objects.get(uri) ?? Buffer.alloc(0);
  return {
    schemes: ["mem"],
    async *read(uri, { range } = {}) {
      yield await Promise.resolve(found(uri).subarray(range?.start, range?.end));
    },
    write: async (uri, source) => {
      objects.set(uri, await bytesOf(source));
    },
    stat: (uri) => Promise.resolve(objects.has(uri) ? { uri, size: found(uri).length } : undefined),
    async *list(prefix) {
      const uris = [...objects.keys()].filter((uri) => uri.startsWith(prefix)).toSorted();
      for (const uri of uris) yield await Promise.resolve({ uri, size: found(uri).length });
    },
    delete: (uri) => Promise.resolve(void objects.delete(uri)),
  };
}

async function bytesOf(source: Uint8Array | ByteStream): Promise<Buffer> {
  if (source instanceof Uint8Array) return Buffer.from(source);
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
