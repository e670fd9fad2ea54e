import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ByteStream, Signal } from "@flytekit-ts/core/storage";
import type { UploadContent } from "../transfers/transfers.js";

/** Content that waits for its upload. */
export interface Spooled {
  readonly content: UploadContent;
  /** In hexadecimal. */
  readonly md5: string;
}

/** Keeps content until it is uploaded. */
export interface Spool {
  keep(source: Uint8Array | ByteStream, signal: Signal | undefined): Promise<Spooled>;
  /** Deletes what was kept. */
  clear(): Promise<void>;
}

/** A spool that keeps bytes in memory, and streams, which may be of any length, in files that only this user can read. */
export function newSpool(): Spool {
  let folder: Promise<string> | undefined;
  let count = 0;
  return {
    async keep(source, signal) {
      if (source instanceof Uint8Array) {
        return { content: { bytes: source }, md5: createHash("md5").update(source).digest("hex") };
      }
      const made = await (folder ??= mkdtemp(join(tmpdir(), "flytekit-ts-upload-")));
      count += 1;
      const path = join(made, String(count));
      const hash = createHash("md5");
      const hashed = async function* (chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      };
      const file = createWriteStream(path, { mode: 0o600 });
      await pipeline(Readable.from(source), hashed, file, signal === undefined ? {} : { signal });
      return { content: { path }, md5: hash.digest("hex") };
    },
    async clear() {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}
