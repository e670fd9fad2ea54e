import { systemWords, undoAtExit } from "@flytekit-ts/core/storage";
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pullErrors as errors } from "../errors/pull-errors.js";
import type { PulledModule } from "./pulled-module.js";

/**
 * Writes a pulled module to a file, whole or not at all: who reads the file meanwhile sees the old or the new one. A file
 * that has the text already is left as it is. What a link leads to is written, and the link stays.
 *
 * @returns Whether the file was changed.
 * @throws `PULL_NOT_WRITTEN`
 */
export async function writePulled(path: string, { text }: Pick<PulledModule, "text">): Promise<boolean> {
  try {
    const file = await realpath(path).catch(() => path);
    const found = await stat(file).catch(() => undefined);
    // Nothing may take the place of a device or a pipe, which are written to as they are.
    if (found !== undefined && !found.isFile()) {
      await writeFile(file, text);
      return true;
    }
    if ((await contentOf(file)) === text) return false;
    await writeBeside(file, text);
    return true;
  } catch (cause) {
    throw errors.PULL_NOT_WRITTEN({ path, problem: systemWords(cause, "writing") }, { cause });
  }
}

async function writeBeside(file: string, text: string): Promise<void> {
  // A file can only be moved within a disk. The name is short: that of the file may be as long as a name can be.
  const momentary = join(dirname(file), `.flytekit-${randomUUID()}.tmp`);
  const done = undoAtExit(() => rmSync(momentary, { force: true }));
  try {
    await writeFile(momentary, text, { flag: "wx" });
    await rename(momentary, file);
  } catch (error) {
    await rm(momentary, { force: true }).catch(() => {});
    throw error;
  } finally {
    done();
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
