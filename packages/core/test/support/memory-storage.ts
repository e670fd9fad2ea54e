import * as errors from "../../src/errors.js";
import { byteChunks } from "../../src/storage/byte-chunks.js";
import type { Storage } from "../../src/storage/storage.js";

/** A storage in memory, under `mem://`. It counts its reads, and fails them while `failing` says so. */
export interface MemoryStorage extends Storage {
  readonly objects: Map<string, Uint8Array>;
  readonly reads: string[];
  failing: boolean;
}

export function memoryStorage(content: { readonly [uri: string]: string } = {}): MemoryStorage {
  const encoder = new TextEncoder();
  const objects = new Map(Object.entries(content).map(([uri, text]) => [uri, encoder.encode(text)]));
  const reads: string[] = [];
  const storage: MemoryStorage = {
    schemes: ["mem"],
    objects,
    reads,
    failing: false,
    async *read(uri, { range } = {}) {
      reads.push(uri);
      const bytes = objects.get(uri);
      if (bytes === undefined) throw errors.STORAGE_NOT_FOUND({ uri });
      for (const at of [0, 3]) {
        yield bytes.slice(range?.start ?? 0, range?.end).subarray(at, at === 0 ? 3 : undefined);
        if (storage.failing)
          throw errors.STORAGE_FAILED({ uri, action: "Reading", problem: "the connection broke" });
      }
    },
    async write(uri, source, { signal } = {}) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of byteChunks(source, uri, signal)) chunks.push(chunk.slice());
      objects.set(uri, Buffer.concat(chunks));
    },
    async stat(uri) {
      const bytes = objects.get(uri);
      return bytes && { uri, size: bytes.length };
    },
    async *list(prefix) {
      for (const [uri, { length }] of [...objects].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        if (uri.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`)) yield { uri, size: length };
    },
    async delete(uri) {
      objects.delete(uri);
    },
  };
  return storage;
}
