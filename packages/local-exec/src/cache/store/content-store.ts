import { access, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "@flytekit-ts/core/storage";
import { digestOf } from "../disk/digest-of.js";
import { isNotThere, writeWhole } from "../disk/write-whole.js";

/** How content is written. */
export interface PutOptions {
  /** Whether it has to be safe from a loss of power when `put` is done. That costs some milliseconds. */
  readonly flush?: boolean;
}

/**
 * Content under its own digest, on the local disk, for results and literals that are too large for the record that
 * needs them.
 *
 * C1. What `get` gives has the digest that was asked for. Content that has changed counts as not there, and is deleted.
 * C2. Any number of processes may use one folder. They need no lock: files are written aside and renamed, and two
 *     writers of one digest write the same.
 *
 * Nobody counts who needs what, so each owner has a folder of its own: content that a cache evicts must not be what a
 * journal needs.
 */
export class ContentStore {
  /** Where the content is: `<folder>/<first two digits>/<the other digits>`. */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Keep bytes, and give their SHA-256 digest as 64 hexadecimal digits. @throws errors of the file system */
  async put(content: Uint8Array, { flush = false }: PutOptions = {}): Promise<string> {
    const digest = digestOf(content);
    const path = this.pathOf(digest);
    // What is there and has not been flushed may be lost, so it is written again.
    if (!flush && (await this.#isThere(path, content.length))) return digest;
    await writeWhole(path, content, flush);
    return digest;
  }

  /** The bytes with this digest. Undefined if they are not there, or not whole. @throws errors of the file system */
  async get(digest: string): Promise<Uint8Array | undefined> {
    let content: Uint8Array;
    try {
      content = await readFile(this.pathOf(digest));
    } catch (error) {
      if (isNotThere(error)) return undefined;
      throw error;
    }
    if (digestOf(content) === digest) return content;
    await this.delete(digest);
    return undefined;
  }

  /** Whether there is something under this digest, whole or not. */
  async has(digest: string): Promise<boolean> {
    try {
      await access(this.pathOf(digest));
      return true;
    } catch (error) {
      if (isNotThere(error)) return false;
      throw error;
    }
  }

  /** Delete the bytes with this digest, if they are there. */
  async delete(digest: string): Promise<void> {
    await rm(this.pathOf(digest), { force: true });
  }

  pathOf(digest: string): string {
    return join(this.folder, digest.slice(0, 2), digest.slice(2));
  }

  // Damaged content of another length is written anew. Of the same length, it is found when it is read.
  async #isThere(path: string, size: number): Promise<boolean> {
    try {
      if ((await stat(path)).size !== size) return false;
      // What is put again is needed again: the oldest is evicted first.
      const now = new Date();
      await utimes(path, now, now);
      return true;
    } catch (error) {
      if (isNotThere(error) || systemCode(error) === "EPERM") return false;
      throw error;
    }
  }
}
