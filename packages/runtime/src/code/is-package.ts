import { closeSync, openSync, readSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";

// The first member of a package, which a tar archive starts with: a long name is in a record of its own.
const FIRST_MEMBER = /(?:^|path=)0+_[^\0\n]+_[123]\.pb[\0\n]/;

/** Whether a file is a package of entities, such as the one that the last packaging of a project has left in it. */
export function isPackage(file: string): boolean {
  if (!/\.(?:tgz|tar\.gz)$/.test(file)) return false;
  try {
    const start = gunzipSync(startOf(file), { finishFlush: constants.Z_SYNC_FLUSH });
    return FIRST_MEMBER.test(start.toString("latin1", 0, 2048));
  } catch {
    // What is no archive, or cannot be read, is told by who packs it.
    return false;
  }
}

function startOf(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(8192);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
