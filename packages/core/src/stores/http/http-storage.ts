import * as errors from "../../errors.js";
import { assertNotAborted } from "../../storage/assert-not-aborted.js";
import type { Signal } from "../../storage/signal.js";
import type { Storage } from "../../storage/storage.js";
import { defaultRetryPolicy, type RetryPolicy } from "../retries/retrying.js";
import { readHttp } from "./read-http.js";
import { statHttp } from "./stat-http.js";

/** How patient the storage for http(s) is. */
export interface HttpStorageOptions {
  /** Milliseconds without a byte after which a connection counts as dead; a minute unless told. */
  readonly timeout?: number | undefined;
  readonly retryPolicy?: RetryPolicy | undefined;
}

/**
 * The files of `http://` and `https://` URIs as a storage. They can be read, and nothing else.
 *
 * The user and password of a URI are sent as basic authentication. Broken connections are resumed, where the server
 * says which version of the file it gives.
 */
export function httpStorage({
  timeout = 60_000,
  retryPolicy = defaultRetryPolicy,
}: HttpStorageOptions = {}): Storage {
  const patience = { timeout, policy: retryPolicy };
  const refuse = (uri: string, action: string, signal: Signal | undefined): never => {
    assertNotAborted(signal, uri, action);
    throw errors.STORAGE_READ_ONLY({ uri, action });
  };
  return Object.freeze<Storage>({
    schemes: ["http", "https"],
    read: (uri, options) => readHttp(uri, patience, options),
    write: async (uri, _source, { signal } = {}) => refuse(uri, "Writing", signal),
    stat: async (uri, { signal } = {}) => statHttp(uri, patience, signal),
    list: (uri, { signal } = {}) => ({
      [Symbol.asyncIterator]: () => ({ next: async () => refuse(uri, "Listing", signal) }),
    }),
    delete: async (uri, { signal } = {}) => refuse(uri, "Deleting", signal),
  });
}
