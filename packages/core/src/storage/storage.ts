import type { Signal } from "./signal.js";

/** A stream of bytes, as chunks: a Node stream, for example, or what an async generator yields. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** A web `ReadableStream`, as the part of it that is needed: not every compiler knows that it is an async iterable. */
export interface WebByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<void>;
    releaseLock(): void;
  };
}

/** Options of reading: what may abort it, and the bytes to read (`end` is exclusive). */
export interface ReadOptions {
  readonly signal?: Signal | undefined;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
}

/** Options of writing. */
export interface WriteOptions {
  readonly signal?: Signal | undefined;
  readonly contentType?: string | undefined;
}

/** What is stored under a URI. */
export interface StoredObject {
  readonly uri: string;
  /** Size in bytes. */
  readonly size: number;
}

/**
 * Where files, datasets and large literals are kept: a local disk, or an object store.
 *
 * A store is found by the scheme of a URI. Each method rejects with a `FlytekitError` that names the URI.
 */
export interface Storage {
  /** The schemes of the URIs that this store handles, without `://`: `["s3"]`. */
  readonly schemes: readonly string[];
  read(uri: string, options?: ReadOptions): ByteStream;
  /** Writes the whole object, or nothing. */
  write(uri: string, source: Uint8Array | ByteStream, options?: WriteOptions): Promise<void>;
  /** What is stored under the URI; undefined if there is nothing. A prefix that only groups objects is nothing. */
  stat(uri: string, options?: { readonly signal?: Signal | undefined }): Promise<StoredObject | undefined>;
  /** All objects below a prefix, at any depth, in the order of their URIs. */
  list(prefix: string, options?: { readonly signal?: Signal | undefined }): AsyncIterable<StoredObject>;
  delete(uri: string, options?: { readonly signal?: Signal | undefined }): Promise<void>;
}
