import { HANDLE } from "../brands/handle-brand.js";
import * as errors from "../errors.js";
import { assertLocal } from "../storage/local-kind.js";
import { isRemote, localPath } from "../storage/local-path.js";
import { nodePath } from "../storage/node-fs.js";
import type { ByteStream } from "../storage/storage.js";
import type { FlyteFile } from "../types/kinds/handles.js";
import type { ValueStore } from "../types/value-store.js";
import { downloadFile } from "./download.js";
import type { HandleParts } from "./handle.js";
import { Once } from "./once.js";
import { readBytes } from "./read-bytes.js";

// The name is the one that printers show.
const Handle = class FlyteFile {
  readonly uri: string;
  readonly format: string;
  declare readonly metadata?: Readonly<Record<string, string>>;
  readonly #store: () => ValueStore;
  readonly #path = new Once<string>();

  constructor({ uri, format, metadata }: HandleParts, store: () => ValueStore) {
    this.uri = uri;
    this.format = format;
    if (metadata !== undefined) this.metadata = Object.freeze({ ...metadata });
    this.#store = store;
    Object.freeze(this);
  }

  get [HANDLE](): "file" {
    return "file";
  }

  get [Symbol.toStringTag](): string {
    return "FlyteFile";
  }

  path(): Promise<string> {
    return this.#path.get(async () => {
      if (isRemote(this.uri)) return downloadFile(this.uri, this.#store());
      await assertLocal(this.uri, "file", "Finding");
      return nodePath().resolve(localPath(this.uri, "Finding"));
    });
  }

  stream(): ByteStream {
    return readBytes(this.uri, this.#store());
  }

  async text(): Promise<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const parts: string[] = [];
    const decode = (chunk?: Uint8Array): void => {
      try {
        parts.push(chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }));
      } catch (cause) {
        throw errors.FILE_NOT_TEXT({ uri: this.uri, problem: "is not UTF-8" }, { cause });
      }
    };
    for await (const chunk of this.stream()) decode(chunk);
    decode();
    try {
      return parts.join("");
    } catch (cause) {
      throw errors.FILE_NOT_TEXT(
        { uri: this.uri, problem: "is too long for a string of JavaScript" },
        { cause },
      );
    }
  }

  async bytes(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.stream()) {
      chunks.push(chunk);
      size += chunk.length;
    }
    return joined(chunks, size);
  }
};

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A file as a task receives it. The store is asked for when the file is read. */
export function fileHandle(parts: HandleParts, store: () => ValueStore): FlyteFile {
  return new Handle(parts, store);
}
