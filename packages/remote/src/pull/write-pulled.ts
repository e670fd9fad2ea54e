import { textOf } from "@flytekit-ts/core/errors";
import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { pullErrors as errors } from "../errors/pull-errors.js";
import type { PulledModule } from "./pulled-module.js";

/**
 * Writes a pulled module to a file, whole or not at all: who reads the file meanwhile sees the old or the new one. A file
 * that has the text already is left as it is.
 *
 * @returns Whether the file was changed.
 * @throws `PULL_NOT_WRITTEN`
 */
export async function writePulled(path: string, { text }: Pick<PulledModule, "text">): Promise<boolean> {
  if ((await contentOf(path)) === text) return false;
  // Beside the file: a file can only be moved within a disk.
  const momentary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(momentary, text, { flag: "wx" });
    await rename(momentary, path);
    return true;
  } catch (cause) {
    await rm(momentary, { force: true }).catch(() => {});
    throw errors.PULL_NOT_WRITTEN({ path, problem: textOf(cause) }, { cause });
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
