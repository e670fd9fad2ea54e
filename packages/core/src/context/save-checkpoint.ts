import * as errors from "../errors.js";
import { handleOf } from "../files/handle.js";
import { fileNameOf } from "../files/file-name.js";
import { uploadDirectory, uploadFile } from "../files/upload.js";
import { isBytes } from "../storage/byte-chunks.js";
import { ioFault } from "../storage/io-fault.js";
import { isRemote, localPath } from "../storage/local-path.js";
import { nodeFs } from "../storage/node-fs.js";
import type { ByteStream } from "../storage/storage.js";
import { uriOf } from "../transformers/blobs/address-of.js";
import { streamOf } from "../transformers/blobs/stream-of.js";
import type { FlyteDirectory, FlyteFile } from "../types/kinds/handles.js";
import type { ValueStore } from "../types/value-store.js";
import { describeValue } from "../words/describe-value.js";
import { addWhole } from "./whole-directory.js";

const ACTION = "Saving";
/** What bytes are called in a checkpoint, as in flytekit. */
export const BYTES_NAME = "_dst_cp";

/** Saves what an author gave for a checkpoint. @throws `OPTION_INVALID`, `STORAGE_NOT_FOUND`, `STORAGE_FAILED`, `STORAGE_ABORTED` */
export async function saveCheckpoint(source: unknown, destination: string, store: ValueStore): Promise<void> {
  const bytes = isBytes(source) ? source : streamOf(source);
  if (bytes !== undefined) return saveBytes(bytes, destination, store);
  const path = await pathOf(source);
  const isDirectory = await isFolder(path);
  if (!isDirectory) return uploadFile(path, `${destination}/${fileNameOf(path, BYTES_NAME)}`, store);
  if (isRemote(destination)) return uploadDirectory(path, destination, store);
  const local = localPath(destination, ACTION);
  try {
    await addWhole(local, (staged) => uploadDirectory(path, staged, store));
  } catch (cause) {
    throw ioFault(cause, destination, ACTION);
  }
}

/** Saves bytes under the one name for them. */
export async function saveBytes(
  content: Uint8Array | ByteStream,
  destination: string,
  { storage, signal }: ValueStore,
): Promise<void> {
  await storage.write(`${destination}/${BYTES_NAME}`, content, { signal });
}

async function pathOf(source: unknown): Promise<string> {
  if (handleOf(source) !== undefined) return (source as FlyteFile | FlyteDirectory).path();
  const uri = uriOf(source);
  if (uri !== undefined) return localPath(uri, ACTION);
  const inWords = source === "" ? "an empty string" : describeValue(source);
  throw errors.OPTION_INVALID({
    at: "`checkpoint.save`",
    option: "source",
    wanted: "a path, bytes or a stream",
    given: inWords,
    inWords,
    advice: "Pass the path of a file or directory; `checkpoint.write(text)` saves text.",
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await nodeFs().promises.stat(path)).isDirectory();
  } catch (cause) {
    throw ioFault(cause, path, ACTION);
  }
}
