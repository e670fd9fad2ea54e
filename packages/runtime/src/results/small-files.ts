import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attempt } from "@flytekit-ts/core/errors";
import { localPathOf, momentaryName } from "@flytekit-ts/core/storage";

// Small files of this machine, read and written at once. Asking for them in the way that suits large ones starts threads,
// and takes longer than all else that a small task does.

const LARGEST = 256 * 1024;

/** The bytes of a small file of this machine; undefined for any other, and for whatever the storage has to tell. */
export function readSmall(uri: string): Uint8Array | undefined {
  const path = localPathOf(uri);
  if (path === undefined) return undefined;
  return attempt(
    () => {
      const stats = statSync(path);
      return stats.isFile() && stats.size <= LARGEST ? new Uint8Array(readFileSync(path)) : undefined;
    },
    undefined,
    () => {},
  );
}

/** Writes a small file of this machine, whole; false if the storage has to, or has to tell what is wrong. */
export function writeSmall(uri: string, bytes: Uint8Array): boolean {
  const path = bytes.length <= LARGEST ? localPathOf(uri) : undefined;
  if (path === undefined) return false;
  // In the form of the local disk's, so that one that a kill has left is known for what it is.
  const partial = join(dirname(path), `.flytekit-${momentaryName()}.partial`);
  return attempt(
    () => {
      makeFolder(dirname(path));
      try {
        writeFileSync(partial, bytes, { flag: "wx" });
        renameSync(partial, path);
        return true;
      } catch {
        rmSync(partial, { force: true });
        return false;
      }
    },
    false,
    () => {},
  );
}

// Node's `recursive` goes on for ever where the file system takes no directories, as that of `/proc`.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
