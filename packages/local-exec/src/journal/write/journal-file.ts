import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import { systemWords } from "@flytekit-ts/core/storage";
import { elapsed } from "../../clock/elapsed.js";
import { errors } from "../../errors.js";
import { MOST_AROUND, toFrame, writeFrame } from "../format/frame.js";

/** What survives: the end of the process, or also that of the machine. */
export type Durability = "process" | "disk";

/** The calls that write a journal. Tests have others, to end a process in the middle of a write. */
export interface Disk {
  write(fd: number, bytes: Uint8Array): number;
  sync(fd: number, done: (error: Error | null) => void): void;
}

const realDisk: Disk = { write: (fd, bytes) => writeSync(fd, bytes), sync: fdatasync };

/** How often, in milliseconds, it is looked whether the file is still there. Writes to a deleted file succeed. */
const LOOK_AFTER = 100;

/** How many bytes of records are put together before they are written. Larger records are written by themselves. */
const ROOM = 16_384;

/** How many records wait for one write: more would make it no cheaper for each, and more work would be lost. */
const TOGETHER = 16;

/**
 * The file of a run, opened to append records.
 *
 * W1. A record is in the file when `append` returns, so it survives the end of the process. So are those that `add` took
 *     before. They are in the file when `flush` returns, too.
 * W2. `synced` resolves when all that was appended before is on the disk. Calls while the disk is busy share the next turn.
 * W3. What cannot be written whole is cut off again, and nothing is written after it.
 */
export class JournalFile {
  readonly #journal: string;
  readonly #fd: number;
  readonly #disk: Disk;
  readonly #added: Buffer = Buffer.allocUnsafeSlow(ROOM);
  /** How many bytes and records of it are not written. */
  #end = 0;
  #count = 0;
  /** Of the file, in bytes. */
  #size: number;
  #broken: FlytekitError | undefined;
  #lookedAt = 0;
  #waiting: Waiting[] = [];
  #isSyncing = false;
  #isClosed = false;

  constructor(path: string, disk: Disk = realDisk) {
    this.#journal = dirname(dirname(path));
    this.#disk = disk;
    this.#fd = openSync(path, "a", 0o600);
    this.#size = fstatSync(this.#fd).size;
  }

  /** Why nothing can be written any more. */
  get broken(): FlytekitError | undefined {
    return this.#broken;
  }

  /** Whether `flush` has something to write. */
  get hasAdded(): boolean {
    return this.#count > 0;
  }

  /** Write a record, after those that were added. @throws `JOURNAL_NOT_WRITTEN`, and then at every call */
  append(payload: string): void {
    this.add(payload);
    this.flush();
  }

  /** Write a record with the next ones, or with `flush`. @throws `JOURNAL_NOT_WRITTEN`, and then at every call */
  add(payload: string): void {
    if (this.#broken !== undefined) throw this.#broken;
    const size = Buffer.byteLength(payload);
    if (this.#end + size + MOST_AROUND > ROOM) this.flush();
    if (size + MOST_AROUND > ROOM) return this.#write(Buffer.from(toFrame(payload)));
    this.#end = writeFrame(payload, size, this.#added, this.#end);
    this.#count += 1;
    if (this.#count === TOGETHER) this.flush();
  }

  /** Write the records that were added. @throws `JOURNAL_NOT_WRITTEN`, and then at every call */
  flush(): void {
    if (this.#count === 0) return;
    const bytes = this.#added.subarray(0, this.#end);
    this.#end = 0;
    this.#count = 0;
    this.#write(bytes);
  }

  #write(bytes: Buffer): void {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      for (let written = 0; written < bytes.length;)
        written += this.#disk.write(this.#fd, written === 0 ? bytes : bytes.subarray(written));
    } catch (cause) {
      this.#cutBack();
      throw this.#break(cause);
    }
    this.#size += bytes.length;
    const now = elapsed();
    if (now - this.#lookedAt > LOOK_AFTER) this.look(now);
  }

  /** Look whether the file is still there. @throws `JOURNAL_NOT_WRITTEN` */
  look(now: number = elapsed()): void {
    this.#lookedAt = now;
    if (this.#broken !== undefined) throw this.#broken;
    if (fstatSync(this.#fd).nlink === 0)
      throw this.#break("the folder was deleted while the run was going on");
  }

  /** Write nothing any more, because something that records need could not be written. */
  breakWith(cause: unknown): FlytekitError {
    return this.#break(cause);
  }

  /** Rejects with `JOURNAL_NOT_WRITTEN`. */
  synced(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#sync();
    });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (!this.#isSyncing) closeSync(this.#fd);
  }

  #sync(): void {
    if (this.#isSyncing || this.#waiting.length === 0) return;
    this.#isSyncing = true;
    const group = this.#waiting;
    this.#waiting = [];
    this.#disk.sync(this.#fd, (cause) => {
      this.#isSyncing = false;
      const error = cause === null ? this.#broken : this.#break(cause);
      for (const { resolve, reject } of group) {
        if (error === undefined) resolve();
        else reject(error);
      }
      this.#sync();
      if (this.#isClosed && !this.#isSyncing) closeSync(this.#fd);
    });
  }

  #cutBack(): void {
    try {
      ftruncateSync(this.#fd, this.#size);
    } catch {
      // Then the record stays torn, and who resumes the run cuts it off.
    }
  }

  #break(cause: unknown): FlytekitError {
    return (this.#broken ??= notWritten(this.#journal, cause));
  }
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: FlytekitError) => void;
}

/** The error for a journal that cannot be written, with the reason in words. */
export function notWritten(journal: string, cause: unknown): FlytekitError {
  return errors.JOURNAL_NOT_WRITTEN({ journal, problem: systemWords(cause, "writing") }, { cause });
}
