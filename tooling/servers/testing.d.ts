/** The part of core's `Storage` that the contract speaks about. */
export interface ContractStorage {
  readonly schemes: readonly string[];
  read(
    uri: string,
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly range?: { readonly start: number; readonly end: number } | undefined;
    },
  ): AsyncIterable<Uint8Array>;
  write(
    uri: string,
    source: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly signal?: AbortSignal | undefined; readonly contentType?: string | undefined },
  ): Promise<void>;
  stat(
    uri: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly uri: string; readonly size: number } | undefined>;
  list(
    prefix: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): AsyncIterable<{ readonly uri: string; readonly size: number }>;
  delete(uri: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

export interface StorageContract {
  /** Asked for in each test, when the server has started. */
  readonly storage: () => ContractStorage;
  /** A URI below which there is nothing, without a slash at the end: `s3://bucket/contract`. */
  readonly prefix: () => string;
  /**
   * Keys that the server, not the storage, cannot keep, below the prefix. versitygw keeps objects as files, for example, so that `a//b` is
   * `a/b` there.
   */
  readonly impossibleKeys?: readonly string[];
  /** The content type that an object has, asked of the server itself. */
  readonly contentTypeOf?: (uri: string) => Promise<string | undefined>;
  /** Objects that are made and listed to have more than one page; 2,500 unless told. */
  readonly many?: number;
  /** Makes empty objects faster than one `write` after the other. */
  readonly fill?: (uris: readonly string[]) => Promise<void>;
  /** More bytes than one request of a large upload has; 12 MiB unless told. */
  readonly largeSize?: number;
}

/** Defines the tests that each storage passes, in the `describe` around the call. */
export declare function proveStorage(contract: StorageContract): void;
