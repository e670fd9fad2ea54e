import { localStore, type Storage, type StoredObject, type ValueStore } from "@flytekit-ts/core/storage";
import type { RunRequest } from "../protocol/messages.js";
import type { Asking } from "./asking.js";

/**
 * The store of the run, for a task in a worker. The worker reads and writes the local disk itself. The run knows which
 * files are values already, and has the other storages, so it is asked about these.
 */
export function workerStore(request: RunRequest, asking: Asking, signal: AbortSignal): ValueStore {
  const { folder, schemes } = request;
  const storages = schemes.length === 0 ? [] : [storageOfRun(schemes, asking)];
  return {
    ...localStore({ folder, storages, signal }),
    claim: (path) => asking.ask("claim", path),
  };
}

function storageOfRun(schemes: readonly string[], asking: Asking): Storage {
  return {
    schemes,
    async *read(uri, { range } = {}) {
      const id = await asking.ask("read", uri, range);
      try {
        for (;;) {
          const chunk = await asking.ask("next", id);
          if (chunk === undefined) return;
          yield chunk as Uint8Array;
        }
      } finally {
        await asking.ask("stop", id);
      }
    },
    async write(uri, source, { contentType } = {}) {
      const id = await asking.ask("write", uri, contentType);
      try {
        for await (const chunk of source instanceof Uint8Array ? [source] : source)
          await asking.ask("chunk", id, chunk);
      } catch (error) {
        await asking.ask("giveUp", id);
        throw error;
      }
      await asking.ask("end", id);
    },
    stat: (uri) => asking.ask("stat", uri),
    async *list(prefix) {
      const id = await asking.ask("list", prefix);
      try {
        for (;;) {
          const found = await asking.ask("next", id);
          if (found === undefined) return;
          yield found as StoredObject;
        }
      } finally {
        await asking.ask("stop", id);
      }
    },
    delete: (uri) => asking.ask("delete", uri),
  };
}
