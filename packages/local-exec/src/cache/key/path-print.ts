import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { localDisk } from "@flytekit-ts/core/storage";
import { digestOf } from "../disk/digest-of.js";
import { isNotThere } from "../disk/write-whole.js";

/** What was found at a path of this machine. */
export interface PathPrint {
  /** The digest of the file, or of all files of the directory with their names; `absent` if nothing is there. */
  readonly content: string;
  /** Sizes, times and inodes: if they are the same, so is the content. Empty if the times are too new to tell. */
  readonly stats: string;
}

const ABSENT: PathPrint = { content: "absent", stats: "" };

/** What is at a path now. Whole files are read, but not twice if they have not changed. */
export async function printOf(path: string): Promise<PathPrint> {
  const known = prints.get(path);
  const now = await seenAt(path);
  if (now === undefined) return ABSENT;
  if (known !== undefined && now.stats !== "" && known.stats === now.stats) return known;
  const print = { content: await contentOf(now), stats: now.stats };
  if (prints.size >= MOST_KNOWN) prints.clear();
  prints.set(path, print);
  return print;
}

/** Whether what was found at a path is still there, and the same. */
export async function isStillThere(before: PathPrint, path: string): Promise<boolean> {
  const now = await seenAt(path);
  if (now === undefined) return before.content === ABSENT.content;
  if (now.stats !== "" && now.stats === before.stats) return true;
  return (await contentOf(now)) === before.content;
}

const MOST_KNOWN = 10_000;
const prints = new Map<string, PathPrint>();

interface Found {
  readonly path: string;
  /** The name below the directory. Empty for the file itself. */
  readonly name: string;
}

interface Seen {
  readonly files: readonly Found[];
  readonly isDirectory: boolean;
  readonly stats: string;
}

// File systems round times: of two writes within them, both files have one time.
const ROUNDED_TO = 50;
// Beyond it waiting is cheaper than reading.
const LARGE = 1024n * 1024n;

async function seenAt(path: string): Promise<Seen | undefined> {
  let isDirectory: boolean;
  try {
    isDirectory = (await stat(path)).isDirectory();
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw error;
  }
  const files = isDirectory ? await filesIn(path) : [{ path, name: "" }];
  const first = await statsOf(files);
  if (!first.isNew || first.size < LARGE) return { files, isDirectory, stats: first.isNew ? "" : first.text };
  await wait(ROUNDED_TO);
  const second = await statsOf(files);
  return { files, isDirectory, stats: second.isNew ? "" : second.text };
}

async function filesIn(directory: string): Promise<Found[]> {
  const files: Found[] = [];
  for await (const { uri } of localDisk.list(directory))
    files.push({ path: uri, name: relative(directory, uri).replaceAll("\\", "/") });
  return files;
}

async function statsOf(
  files: readonly Found[],
): Promise<{ readonly text: string; readonly isNew: boolean; readonly size: bigint }> {
  const hash = createHash("sha256");
  let newest = 0;
  let total = 0n;
  for (const { path, name } of files) {
    const { size, mtimeNs, ctimeNs, ctimeMs, ino } = await stat(path, { bigint: true });
    hash.update(JSON.stringify([name, ...[size, mtimeNs, ctimeNs, ino].map(String)]));
    newest = Math.max(newest, Number(ctimeMs));
    total += size;
  }
  return { text: hash.digest("hex"), isNew: Date.now() - newest < ROUNDED_TO, size: total };
}

async function contentOf({ files, isDirectory }: Seen): Promise<string> {
  const digests: [string, string][] = [];
  for (const { path, name } of files) digests.push([name, await digestOfFile(path)]);
  const [only] = digests;
  return isDirectory || only === undefined ? digestOf(JSON.stringify(digests)) : only[1];
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
