import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { coreErrors } from "@flytekit-ts/core/errors";
import { localDisk } from "@flytekit-ts/core/storage";

/**
 * The local files and directories that are values of a run. They stay where they are, so a file that is written again
 * under the same path would change values that were made of it before.
 */
export class Claims {
  readonly #seen = new Map<string, string>();

  /** Remembers what is at a path. @throws `FILE_CHANGED` if something else was there before */
  async claim(path: string): Promise<void> {
    const uri = resolve(path);
    const now = await printOf(uri);
    const before = this.#seen.get(uri);
    if (before !== undefined && before !== now) throw coreErrors.FILE_CHANGED({ uri });
    this.#seen.set(uri, now);
  }
}

// What a program that writes a file changes. Reading all of it would cost as much as a copy.
async function printOf(path: string): Promise<string> {
  if (!(await stat(path)).isDirectory()) return printOfFile(path);
  const hash = createHash("sha256");
  for await (const { uri } of localDisk.list(path)) hash.update(`${uri}\0${await printOfFile(uri)}\0`);
  return hash.digest("hex");
}

async function printOfFile(path: string): Promise<string> {
  const { size, mtimeNs, ino, dev } = await stat(path, { bigint: true });
  return `${size} ${mtimeNs} ${ino} ${dev}`;
}
