import type { FileHandle } from "node:fs/promises";
import { byteChunks } from "./byte-chunks.js";
import * as errors from "../errors.js";
import { uriWords } from "../words/uri-words.js";
import { ioFault } from "./io-fault.js";
import { systemCode } from "./system-words.js";
import { hearErrors } from "./hear-errors.js";
import { localPath } from "./local-path.js";
import { makeDirectories } from "./make-directories.js";
import { nodeFs, nodePath } from "./node-fs.js";
import { momentaryName } from "./momentary-name.js";
import type { ByteStream, WriteOptions } from "./storage.js";

const ACTION = "Writing";

/** Whether a file is one that is still being written, or that was left by a process that was killed. */
export function isPartial(name: string): boolean {
  return /^\.flytekit-[0-9a-f]{32}\.partial$/.test(name);
}

/**
 * Writes a local file, or nothing: under another name in the same directory at first, which then becomes its name.
 * Directories are made.
 */
export async function writeLocal(
  uri: string,
  source: Uint8Array | ByteStream,
  { signal }: WriteOptions = {},
): Promise<void> {
  hearErrors(source);
  const path = localPath(uri, ACTION);
  const { open, rename, rm } = nodeFs().promises;
  const { dirname, join } = nodePath();
  // A short name: that of the file may be as long as a name can be.
  const partial = join(dirname(path), `.flytekit-${momentaryName()}.partial`);
  try {
    await makeFolder(dirname(path), uri);
    const file = await open(partial, "wx");
    try {
      try {
        for await (const chunk of byteChunks(source, uri, signal)) await writeAll(file, chunk);
      } finally {
        await file.close();
      }
      await rename(partial, path);
    } catch (cause) {
      // It is the first error that counts.
      await rm(partial, { force: true }).catch(() => {});
      throw cause;
    }
  } catch (cause) {
    if (["EEXIST", "ENOTEMPTY", "EISDIR"].includes(systemCode(cause)))
      throw errors.STORAGE_KIND_WRONG({ uri, wanted: "a file", found: "a directory" }, { cause });
    throw ioFault(cause, uri, ACTION);
  }
}

async function makeFolder(folder: string, uri: string): Promise<void> {
  try {
    await makeDirectories(folder);
  } catch (cause) {
    if (!["EEXIST", "ENOTDIR"].includes(systemCode(cause))) throw cause;
    const problem = `${uriWords(blockingFile(folder))} is a file, and not a directory`;
    const advice =
      "Move the file away, or write elsewhere: `filesIn` says where the files of a local run go.";
    throw errors.STORAGE_FAILED({ uri, action: ACTION, problem, advice }, { cause });
  }
}

// The first thing above the path that is there: no directory can be made in it.
function blockingFile(folder: string): string {
  const above = nodePath().dirname(folder);
  return above === folder || nodeFs().existsSync(folder) ? folder : blockingFile(above);
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written);
    written += bytesWritten;
  }
}
