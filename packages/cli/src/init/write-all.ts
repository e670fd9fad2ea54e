import { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Signal, systemCode, undoAtExit } from "@flytekit-ts/core/storage";
import type { ProjectFile } from "./project-files.js";

/**
 * Write files that are not there yet: all of them, or none if one cannot be written or the process exits meanwhile.
 *
 * @throws what the disk says
 */
export async function writeAll(
  folder: string,
  files: readonly ProjectFile[],
  signal: Signal | undefined,
): Promise<void> {
  const undo: (() => void)[] = [];
  const undoAll = (): void => {
    for (const step of undo.splice(0).toReversed()) unlessTheirs(step);
  };
  const done = undoAtExit(undoAll);
  try {
    makeFolder(folder, undo);
    for (const { path, content } of files) {
      // No signal is heard in the middle of a file, so that what has to be undone is always known.
      await nextTurn();
      signal?.throwIfAborted();
      const file = join(folder, path);
      makeFolder(dirname(file), undo);
      writeNew(file, content, undo);
    }
  } catch (error) {
    undoAll();
    throw error;
  } finally {
    done();
  }
}

// What cannot be removed, because it is no longer empty, belongs to somebody else.
function unlessTheirs(remove: () => void): void {
  try {
    remove();
  } catch {
    // See above.
  }
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  try {
    mkdirSync(folder);
    undo.push(() => rmdirSync(folder));
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") return;
    // Where what is above is there, nothing can be made: `/proc` says so of all folders.
    if (code !== "ENOENT" || existsSync(dirname(folder))) throw error;
    makeFolder(dirname(folder), undo);
    makeFolder(folder, undo);
  }
}

function writeNew(file: string, content: string, undo: (() => void)[]): void {
  try {
    writeFileSync(file, content, { flag: "wx" });
  } catch (error) {
    // A full disk leaves the beginning of a file; one that was there before stays.
    if (systemCode(error) !== "EEXIST") unlessTheirs(() => rmSync(file, { force: true }));
    throw error;
  }
  undo.push(() => rmSync(file));
}
