import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { coreErrors } from "@flytekit-ts/core/errors";
import { assertNotAborted, type Signal, systemCode, systemWords } from "@flytekit-ts/core/storage";

/** Bytes to upload, which can be read several times. */
export interface UploadSource {
  /** For messages. */
  readonly what: string;
  readonly size: number;
  readonly md5: Uint8Array;
  /** The bytes, from the first on. */
  open(): Uint8Array | AsyncIterable<Uint8Array>;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array, what: string): UploadSource {
  const md5 = createHash("md5").update(bytes).digest();
  return { what, size: bytes.length, md5, open: () => bytes };
}

/** A file of the disk as a source. It is read once for its MD5 here, piece by piece, and again when it is sent. */
export async function fileSource(path: string, signal: Signal | undefined): Promise<UploadSource> {
  const hash = createHash("md5");
  let size = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      assertNotAborted(signal, path, "Uploading");
      hash.update(chunk);
      size += chunk.length;
    }
  } catch (error) {
    throw diskFault(error, path);
  }
  // What is appended meanwhile is not part of the file whose MD5 was announced.
  const open = (): AsyncIterable<Uint8Array> | Uint8Array =>
    size === 0 ? new Uint8Array() : createReadStream(path, { end: size - 1 });
  return { what: path, size, md5: hash.digest(), open };
}

/** The error of ours for what the disk says. */
export function diskFault(error: unknown, uri: string): Error {
  if (coreErrors.STORAGE_ABORTED.is(error)) return error;
  if (systemCode(error) === "ENOENT") return coreErrors.STORAGE_NOT_FOUND({ uri });
  const problem = systemWords(error, "reading");
  return coreErrors.STORAGE_FAILED({ uri, action: "Uploading", problem }, { cause: error });
}
