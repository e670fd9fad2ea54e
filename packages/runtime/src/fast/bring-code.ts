import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";

import { coreErrors } from "@flytekit-ts/core/errors";
import { type Storage, storageFor, systemWords } from "@flytekit-ts/core/storage";

import { processErrors as errors } from "../errors/process-errors.js";
import { unpack } from "./unpack.js";

/** What is brought where, and by which storages. */
export interface CodeToBring {
  readonly uri: string;
  readonly destination: string;
  /** Beside the local disk. */
  readonly storages?: readonly Storage[] | undefined;
}

/**
 * Downloads a code archive and unpacks it, as it arrives. Gives the real path of the folder.
 *
 * @throws `CODE_ARCHIVE_INVALID`, `CODE_ARCHIVE_MISSING`, `CODE_DESTINATION_INVALID`, what the storage throws
 */
export async function bringCode({ uri, destination, storages = [] }: CodeToBring): Promise<string> {
  const path = await folderAt(destination);
  if (!uri.endsWith(".tar.gz")) {
    const advice =
      "Package the code with `packageEntities`, or give a tar archive whose name ends in `.tar.gz`.";
    throw errors.CODE_ARCHIVE_INVALID({ uri, problem: "its name does not end in .tar.gz", advice });
  }
  await unpack(uri, downloaded(uri, storageFor(uri, storages)), path);
  return path;
}

async function folderAt(destination: string): Promise<string> {
  try {
    const path = await realpath(destination);
    if ((await stat(path)).isDirectory()) {
      await access(path, constants.W_OK);
      return path;
    }
  } catch (cause) {
    throw errors.CODE_DESTINATION_INVALID(
      { path: destination, problem: systemWords(cause, "listing") },
      { cause },
    );
  }
  throw errors.CODE_DESTINATION_INVALID({ path: destination, problem: "it is no folder" });
}

async function* downloaded(uri: string, storage: Storage): AsyncGenerator<Uint8Array, undefined> {
  try {
    yield* storage.read(uri);
  } catch (cause) {
    if (coreErrors.STORAGE_NOT_FOUND.is(cause)) throw errors.CODE_ARCHIVE_MISSING({ uri }, { cause });
    throw cause;
  }
}
