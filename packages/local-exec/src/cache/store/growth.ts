import { appendFile, stat } from "node:fs/promises";
import { evictTo } from "./eviction.js";
import type { Folders } from "./folders.js";
import { writeWhole } from "../disk/write-whole.js";

const KB = 1024;
/** How full a cache is after room was made, so that it is not made for each result. */
const FULL = 0.8;

/**
 * Keeps a cache below its largest size.
 *
 * Looking at all files for each result would cost more than the results, so a file has a byte for each kB that was
 * written: appending to it is safe under several processes, and its size is all that has to be known.
 */
export class Growth {
  readonly #folders: Folders;
  readonly #maxSize: number;
  #making: Promise<void> | undefined;

  constructor(folders: Folders, maxSize: number) {
    this.#folders = folders;
    this.#maxSize = maxSize;
  }

  /** Note that something was written, and make room if there is too much now. */
  async add(bytes: number): Promise<void> {
    const { growth } = this.#folders;
    await appendFile(growth, ".".repeat(Math.ceil(bytes / KB)), { mode: 0o600 });
    const { size } = await stat(growth);
    if (size * KB <= this.#maxSize) return;
    this.#making ??= this.#makeRoom().finally(() => (this.#making = undefined));
    await this.#making;
  }

  // Two processes may do so at once: then a little more is evicted.
  async #makeRoom(): Promise<void> {
    const total = await evictTo(this.#folders, this.#maxSize * FULL);
    await writeWhole(this.#folders.growth, Buffer.alloc(Math.ceil(total / KB), "."));
  }
}
