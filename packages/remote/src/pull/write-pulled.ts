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
    throw errors.PULL_NOT_WRITTEN({ path, problem: problemOf(cause) }, { cause });
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

const PROBLEMS: { readonly [code: string]: string } = {
  EACCES: "it may not be written to",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOSPC: "the disk is full",
  ENOTDIR: "its folder is a file",
  EPERM: "it may not be written to",
  EROFS: "the disk is read-only",
};

// Not the words of Node, which name the momentary file.
function problemOf(cause: unknown): string {
  const code: unknown = Reflect.get(Object(cause), "code");
  return (typeof code === "string" ? PROBLEMS[code] : undefined) ?? textOf(cause);
}
