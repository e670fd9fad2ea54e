import type { ByteStream } from "@flytekit-ts/core/storage";
import type { Connection } from "../connection/connection.js";
import { download, type DownloadOptions } from "./download.js";
import { upload, type UploadOptions } from "./upload.js";
import type { Uploaded } from "./uploaded.js";

/** Files in the cluster's store, without credentials of one's own: flyteadmin signs a link for each. */
export interface TransferCalls {
  /**
   * Uploads a file, a directory or bytes. Equal content goes to the same place, and is not an error.
   *
   * @throws `OPTION_INVALID`, `STORAGE_NOT_FOUND`, `STORAGE_FAILED` for the local side, `TRANSFER_FAILED` for the store,
   * `HTTP_FAILED`, and the errors of calls
   */
  upload(source: string | Uint8Array, options?: UploadOptions): Promise<Uploaded>;
  /**
   * The bytes of a file in the store, piece by piece.
   *
   * @throws `OPTION_INVALID`; while it is read, `STORAGE_NOT_FOUND`, `TRANSFER_FAILED`, `HTTP_FAILED`, `STORAGE_ABORTED`,
   * and the errors of calls
   */
  download(uri: string, options?: DownloadOptions): ByteStream;
}

/** The calls about files in the cluster's store. */
export function transferCalls(connection: Connection): TransferCalls {
  return {
    upload: (source, options) => upload(connection, source, options),
    download: (uri, options) => download(connection, uri, options),
  };
}
