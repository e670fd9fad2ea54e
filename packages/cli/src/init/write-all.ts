import { existsSync } from "node:fs";
import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Signal } from "@flytekit-ts/core/storage";
import type { ProjectFile } from "./project-files.js";

/** Write files that are not there yet: all of them, or none if one cannot be written. @throws what the disk says */
export async function writeAll(
  folder: string,
  files: readonly ProjectFile[],
  signal: Signal | undefined,
): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    await makeFolder(folder, undo);
    for (const { path, content } of files) {
      signal?.throwIfAborted();
      const file = join(folder, path);
      await makeFolder(dirname(file), undo);
      await writeNew(file, content, undo);
    }
  } catch (error) {
    // What cannot be removed, because it is no longer empty, belongs to somebody else.
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  }
}

async function makeFolder(folder: string, undo: (() => Promise<void>)[]): Promise<void> {
  try {
    await mkdir(folder);
    undo.push(() => rmdir(folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    // Where what is above is there, nothing can be made: `/proc` says so of all folders.
    if (code !== "ENOENT" || existsSync(dirname(folder))) throw error;
    await makeFolder(dirname(folder), undo);
    await makeFolder(folder, undo);
  }
}

async function writeNew(file: string, content: string, undo: (() => Promise<void>)[]): Promise<void> {
  try {
    await writeFile(file, content, { flag: "wx" });
  } catch (error) {
    // A full disk leaves the beginning of a file; one that was there before stays.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
  undo.push(() => rm(file));
}
