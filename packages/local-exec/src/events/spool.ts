import { randomUUID } from "node:crypto";
import { close, openSync, read, unlinkSync, write } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Where in the file something is. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

const writeTo = promisify(write);
const readFrom = promisify(read);

/** Closes the files of spools that nobody has any more. Nobody is left who could learn that it failed. */
const closing = new FinalizationRegistry((file: number) => close(file, () => {}));

/**
 * A temporary file for what is too much for memory.
 *
 * P1. It has no name: its entry is removed from the folder as soon as it is open. So nobody else can open it, and the
 *     system deletes it with the process, whatever ends the process, or when the spool is collected.
 * P2. What was written is never changed. One write goes on at a time.
 */
export class Spool {
  readonly #file: number;
  #size = 0;

  /** @throws what Node throws if there cannot be a file. */
  constructor() {
    const path = join(tmpdir(), `flytekit-events-${randomUUID()}`);
    this.#file = openSync(path, "wx+", 0o600);
    closing.register(this, this.#file);
    unlinkSync(path);
  }

  /** Write bytes at the end. It rejects with what Node says, for example that the disk is full. */
  async append(bytes: Uint8Array): Promise<Place> {
    const offset = this.#size;
    // What is left of a write that failed is written over.
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await writeTo(this.#file, bytes, done, bytes.length - done, offset + done);
      done += bytesWritten;
    }
    this.#size = offset + bytes.length;
    return { offset, length: bytes.length };
  }

  async read({ offset, length }: Place): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const { bytesRead } = await readFrom(this.#file, bytes, done, length - done, offset + done);
      // The file is shorter than what was written: the reader of these bytes says that they are not whole.
      if (bytesRead === 0) return bytes.subarray(0, done);
      done += bytesRead;
    }
    return bytes;
  }
}
