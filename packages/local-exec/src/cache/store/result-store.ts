import { readFile, rm, utimes } from "node:fs/promises";
import { isRemote, localPathOf, urisIn } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import type { CacheMissReason, StoredBy } from "../../events/cache-reason.js";
import type { LiteralCodec } from "../../events/literal-codec.js";
import type { CacheKey } from "../key/key-of.js";
import { isStillThere, printOf } from "../key/path-print.js";
import { ContentStore } from "./content-store.js";
import { type Entry, fromFile, type MadeBy, type StoredFile, toFile } from "./entry.js";
import { Folders } from "./folders.js";
import { Growth } from "./growth.js";
import { Recent } from "./recent.js";
import { isNotThere, writeWhole } from "../disk/write-whole.js";

/** Outputs up to this size, in bytes, are in the entry itself: one file is faster than two. */
const INLINE = 4096;

/** A result that was found. */
export interface Found extends StoredBy {
  readonly outputs: Literals;
  readonly madeBy: MadeBy;
}

/** What there is under a key: a result, the reason why it cannot be used, or nothing. */
export type LookedUp =
  | { readonly found: Found }
  | { readonly found: undefined; readonly reason: CacheMissReason | undefined };

/**
 * Results of tasks on the local disk.
 *
 * R1. A result that is found is the one that was stored: entries and content have digests, which are compared.
 * R2. A result whose files are gone or have changed is not found.
 * R3. Any number of processes may use one folder. Entries are written aside and renamed, so the last writer wins, and
 *     whoever reads gets a whole entry or none.
 */
export class ResultStore {
  readonly folders: Folders;
  readonly #content: ContentStore;
  readonly #growth: Growth;
  readonly #codec: LiteralCodec;
  readonly #recent = new Map<string, Recent>();

  constructor(dir: string, maxSize: number, codec: LiteralCodec) {
    this.folders = new Folders(dir);
    this.#content = new ContentStore(this.folders.content);
    this.#growth = new Growth(this.folders, maxSize);
    this.#codec = codec;
  }

  /** @throws errors of the file system */
  async read(task: TaskEntity, { key }: CacheKey): Promise<LookedUp> {
    const path = this.folders.entry(task.name, key);
    let file: Uint8Array;
    try {
      file = await readFile(path);
    } catch (error) {
      if (isNotThere(error)) return { found: undefined, reason: undefined };
      throw error;
    }
    const entry = fromFile(key, file);
    if (entry === undefined) return this.#gone(path, { kind: "corrupt" });
    const { run, at, madeBy } = entry;
    const missing = await firstGone(entry.files);
    if (missing !== undefined) return this.#gone(path, { kind: "file-gone", output: missing, run, at });
    const bytes = await this.#outputsOf(entry);
    if (!(bytes instanceof Uint8Array)) return this.#gone(path, { kind: bytes });
    await this.#used(path);
    return { found: { outputs: this.#codec.fromBytes(bytes), run, at, madeBy } };
  }

  /** @throws errors of the file system */
  async write(
    task: TaskEntity,
    key: CacheKey,
    outputs: Literals,
    { by, madeBy }: { readonly by: StoredBy; readonly madeBy: MadeBy },
  ): Promise<void> {
    const bytes = this.#codec.toBytes(outputs);
    const files = await filesIn(task, outputs);
    const isLarge = bytes.length > INLINE;
    const stored = isLarge
      ? { content: await this.#content.put(bytes) }
      : { bytes: Buffer.from(bytes).toString("base64") };
    const file = toFile(key.key, { ...by, parts: key.parts, madeBy, outputs: stored, files });
    await writeWhole(this.folders.entry(task.name, key.key), file);
    await this.recentOf(task.name).add(key, by);
    await this.#growth.add(file.length + (isLarge ? bytes.length : 0));
  }

  /** The executions of a task that were stored last. */
  recentOf(task: string): Recent {
    const known = this.#recent.get(task);
    if (known !== undefined) return known;
    const recent = new Recent(this.folders, task);
    this.#recent.set(task, recent);
    return recent;
  }

  async #outputsOf({ outputs }: Entry): Promise<Uint8Array | "evicted" | "corrupt"> {
    if ("bytes" in outputs) return Buffer.from(outputs.bytes, "base64");
    const { content } = outputs;
    if (!(await this.#content.has(content))) return "evicted";
    const bytes = await this.#content.get(content);
    if (bytes === undefined) return "corrupt";
    await this.#used(this.#content.pathOf(content));
    return bytes;
  }

  // What can never be used again only takes space.
  async #gone(path: string, reason: CacheMissReason): Promise<LookedUp> {
    await rm(path, { force: true, recursive: true });
    return { found: undefined, reason };
  }

  // What was used longest ago is evicted first.
  async #used(path: string): Promise<void> {
    const now = new Date();
    try {
      await utimes(path, now, now);
    } catch {
      // A cache that can only be read is still of use, and nothing is evicted there.
    }
  }
}

async function firstGone(files: readonly StoredFile[]): Promise<string | undefined> {
  for (const file of files)
    if (!(await isStillThere(file, localPathOf(file.uri) ?? file.uri))) return file.output;
  return undefined;
}

// What is elsewhere stays as it is, as on a cluster.
async function filesIn(task: TaskEntity, outputs: Literals): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for (const [output, type] of task.interface.outputs) {
    const literal = outputs.get(output);
    if (literal === undefined) continue;
    for (const uri of urisIn(type, literal))
      if (!isRemote(uri)) files.push({ output, uri, ...(await printOf(localPathOf(uri) ?? uri)) });
  }
  return files;
}
