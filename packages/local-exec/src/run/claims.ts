import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { coreErrors } from "@flytekit-ts/core/errors";
import { localDisk } from "@flytekit-ts/core/storage";

/** What was seen at a path. */
interface Seen {
  /** Size, time and inode of the file, or of all files of the directory. */
  readonly print: string;
  /** The content, where the times are too new to tell one write from the next. */
  readonly digest: string | undefined;
}

/**
 * The local files and directories that are values of a run. They stay where they are, so a file that is written again
 * under the same path would change values that were made of it before.
 */
export class Claims {
  readonly #seen = new Map<string, Seen>();

  /** Remembers what is at a path. @throws `FILE_CHANGED` if something else was there before */
  async claim(path: string): Promise<void> {
    const uri = resolve(path);
    const before = this.#seen.get(uri);
    const now = await seenAt(uri);
    // Another value may have been made of it meanwhile.
    const known = before ?? this.#seen.get(uri);
    if (known === undefined) this.#seen.set(uri, now);
    else if (!(await isSame(known, now, uri))) throw coreErrors.FILE_CHANGED({ uri });
  }
}

async function isSame(before: Seen, now: Seen, path: string): Promise<boolean> {
  if (before.print !== now.print) return false;
  return before.digest === undefined || before.digest === (now.digest ?? (await digestOf(path)));
}

// File systems round times to some milliseconds: of two writes within them, both files have one time.
const ROUNDED_TO = 20;
// Beyond it waiting is cheaper than reading.
const LARGE = 1024 * 1024;

// Reading every file whole would cost as much as a copy.
async function seenAt(path: string): Promise<Seen> {
  const stats = await stat(path, { bigint: true });
  if (stats.isDirectory()) return seenIn(path);
  const print = `${stats.size} ${stats.mtimeNs} ${stats.ino} ${stats.dev}`;
  if (!isNew(stats.mtimeMs)) return { print, digest: undefined };
  if (stats.size <= LARGE) return { print, digest: await digestOf(path) };
  await wait(ROUNDED_TO);
  return { print, digest: undefined };
}

async function seenIn(directory: string): Promise<Seen> {
  const hash = createHash("sha256");
  let hasNew = false;
  for await (const { uri } of localDisk.list(directory)) {
    const { size, mtimeNs, mtimeMs, ino, dev } = await stat(uri, { bigint: true });
    hasNew ||= isNew(mtimeMs);
    hash.update(`${uri}\0${size} ${mtimeNs} ${ino} ${dev}\0`);
  }
  if (hasNew) await wait(ROUNDED_TO);
  return { print: hash.digest("hex"), digest: undefined };
}

function isNew(milliseconds: bigint): boolean {
  return Date.now() - Number(milliseconds) < ROUNDED_TO;
}

async function digestOf(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}
