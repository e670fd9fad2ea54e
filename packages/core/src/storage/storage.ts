/** A stream of bytes: a web `ReadableStream`, a Node stream, or any other async iterable of chunks. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** The part of an AbortSignal that storage needs. It fits the signals of all lib and Node versions. */
export interface AbortLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Options of reading: what may abort it, and the bytes to read (`end` is exclusive). */
export interface ReadOptions {
  readonly signal?: AbortLike | undefined;
  readonly range?: { readonly start: number; readonly end: number } | undefined;
}

/** Options of writing. */
export interface WriteOptions {
  readonly signal?: AbortLike | undefined;
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
  stat(uri: string, options?: { readonly signal?: AbortLike | undefined }): Promise<StoredObject | undefined>;
  /** All objects below a prefix, at any depth, in the order of their URIs. */
  list(prefix: string, options?: { readonly signal?: AbortLike | undefined }): AsyncIterable<StoredObject>;
  delete(uri: string, options?: { readonly signal?: AbortLike | undefined }): Promise<void>;
}
