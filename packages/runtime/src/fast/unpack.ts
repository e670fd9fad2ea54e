import { pipeline } from "node:stream/promises";

import { isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import { type ByteStream, systemCode, systemWords } from "@flytekit-ts/core/storage";
import { unpackTar } from "modern-tar/fs";

import { processErrors as errors } from "../errors/process-errors.js";
import { archiveBytes } from "./archive-bytes.js";
import { assertMember } from "./assert-member.js";

/**
 * Unpacks a code archive, plain or gzipped, into a folder. Nothing of it is written outside that folder.
 *
 * @throws `CODE_ARCHIVE_INVALID`, `CODE_DESTINATION_INVALID`, what the storage throws
 */
export async function unpack(uri: string, source: ByteStream, destination: string): Promise<void> {
  let isEmpty = true;
  const filter = (header: Parameters<typeof assertMember>[0]): boolean => {
    isEmpty = false;
    return assertMember(header, uri);
  };
  try {
    await pipeline(archiveBytes(source), unpackTar(destination, { strict: true, filter }));
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    throw faultOf(cause, uri, destination);
  }
  if (isEmpty) throw errors.CODE_ARCHIVE_INVALID({ uri, problem: "there is nothing in it" });
}

function faultOf(cause: unknown, uri: string, destination: string): Error {
  const code = systemCode(cause);
  const isOfDisk = code !== "" && typeof Reflect.get(Object(cause), "syscall") === "string";
  if (isOfDisk)
    return errors.CODE_DESTINATION_INVALID(
      { path: destination, problem: systemWords(cause, "writing") },
      { cause },
    );
  // zlib's words for an archive that ends early.
  const problem = code === "Z_BUF_ERROR" ? "it ends early" : textOf(cause).replace(/\.$/, "");
  return errors.CODE_ARCHIVE_INVALID({ uri, problem }, { cause });
}
