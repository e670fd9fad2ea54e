import { HANDLE } from "../brands/handle-brand.js";
import { assertLocal } from "../storage/local-kind.js";
import { isRemote, localPath } from "../storage/local-path.js";
import { nodePath } from "../storage/node-fs.js";
import type { FlyteDirectory, FlyteFile } from "../types/kinds/handles.js";
import type { ValueStore } from "../types/value-store.js";
import { downloadDirectory } from "./download.js";
import { fileHandle } from "./file-handle.js";
import type { HandleParts } from "./handle.js";
import { Once } from "./once.js";

// The name is the one that printers show.
const Handle = class FlyteDirectory {
  readonly uri: string;
  readonly format: string;
  readonly #store: () => ValueStore;
  readonly #path = new Once<string>();

  constructor({ uri, format }: HandleParts, store: () => ValueStore) {
    this.uri = uri;
    this.format = format;
    this.#store = store;
    Object.freeze(this);
  }

  get [HANDLE](): "directory" {
    return "directory";
  }

  get [Symbol.toStringTag](): string {
    return "FlyteDirectory";
  }

  path(): Promise<string> {
    return this.#path.get(async () => {
      if (isRemote(this.uri)) return downloadDirectory(this.uri, this.#store());
      await assertLocal(this.uri, "directory", "Finding");
      return nodePath().resolve(localPath(this.uri, "Finding"));
    });
  }

  async *files(): AsyncGenerator<FlyteFile, undefined> {
    const { storage, signal } = this.#store();
    const { format } = this;
    if (!isRemote(this.uri)) await assertLocal(this.uri, "directory", "Listing");
    for await (const { uri } of storage.list(this.uri, { signal }))
      yield fileHandle({ uri, format }, this.#store);
  }
};

/** A directory as a task receives it. The store is asked for when the directory is read. */
export function directoryHandle(parts: HandleParts, store: () => ValueStore): FlyteDirectory {
  return new Handle(parts, store);
}
