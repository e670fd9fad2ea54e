import type { Stats } from "node:fs";
import * as errors from "../errors.js";
import { ioFault } from "./io-fault.js";
import { localPath } from "./local-path.js";
import { nodeFs } from "./node-fs.js";

/** What a path may lead to. */
export type LocalKind = "file" | "directory";

/** `assertLocal` at once, for constants. @throws what `assertLocal` throws */
export function assertLocalSync(uri: string, wanted: LocalKind): void {
  const path = localPath(uri, "Finding");
  try {
    assertKind(uri, nodeFs().statSync(path), wanted);
  } catch (cause) {
    throw ioFault(cause, uri, "Finding");
  }
}

/**
 * Assert that there is a file or a directory at a URI of the local disk. Links are followed.
 *
 * @throws `STORAGE_NOT_FOUND`, `STORAGE_KIND_WRONG`, `STORAGE_FAILED`
 */
export async function assertLocal(uri: string, wanted: LocalKind, action = "Finding"): Promise<void> {
  const path = localPath(uri, action);
  try {
    assertKind(uri, await nodeFs().promises.stat(path), wanted);
  } catch (cause) {
    throw ioFault(cause, uri, action);
  }
}

function assertKind(uri: string, stats: Stats, wanted: LocalKind): void {
  const found = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "device, pipe or socket";
  if (found !== wanted) throw errors.STORAGE_KIND_WRONG({ uri, wanted: `a ${wanted}`, found: `a ${found}` });
}
