import { randomUUID } from "node:crypto";
import { fsync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { makeDirectories, systemCode } from "@flytekit-ts/core/storage";

// Handles of Yarn's Plug'n'Play have no `sync`.
const flushed = promisify(fsync);

/** Files whose name begins so are still being written, or were when their process ended. */
export const PARTIAL = ".partial-";

/**
 * Write a file so that a reader finds all of it or nothing, whatever happens while it is written. Only this user can
 * read it. Its folder is made if it is not there.
 */
export async function writeWhole(path: string, content: Uint8Array, flush = false): Promise<void> {
  const folder = dirname(path);
  const partial = join(folder, `${PARTIAL}${randomUUID()}`);
  try {
    await writeNew(partial, content, flush);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  if (flush) await flushFolder(folder);
}

async function writeNew(path: string, content: Uint8Array, flush: boolean): Promise<void> {
  const file = await opened(path);
  try {
    await file.writeFile(content);
    if (flush) await flushed(file.fd);
  } finally {
    await file.close();
  }
}

// The folder is nearly always there, so it is made only when it turns out not to be.
async function opened(path: string): ReturnType<typeof open> {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    if (!isNotThere(error)) throw error;
    await makeDirectories(dirname(path), 0o700);
    return open(path, "wx", 0o600);
  }
}

/** Whether an error of the file system says that there is nothing at a path. */
export function isNotThere(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(systemCode(error));
}

// A name is safe from a loss of power only when its folder is. Windows opens no folders, and flushes names by itself.
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await flushed(handle.fd);
  } finally {
    await handle.close();
  }
}
