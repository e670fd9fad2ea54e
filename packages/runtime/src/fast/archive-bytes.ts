import { PassThrough, pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

import type { ByteStream } from "@flytekit-ts/core/storage";

/**
 * The bytes of a tar archive, decompressed if they are gzip.
 *
 * The name does not tell: flytectl uploads an archive decompressed under its name, which ends in `.tar.gz`.
 */
export async function* archiveBytes(source: ByteStream): AsyncGenerator<Uint8Array, undefined> {
  const chunks = source[Symbol.asyncIterator]();
  const start = await firstBytes(chunks);
  const whole = Readable.from(following(start, chunks));
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  // The errors of the source arrive at the reader too.
  yield* pipeline(whole, isGzip ? createGunzip() : new PassThrough(), () => {});
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  while (start.length < 2) {
    const { done, value } = await chunks.next();
    if (done === true) return start;
    start = Buffer.concat([start, value]);
  }
  return start;
}

async function* following(
  start: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    if (start.length > 0) yield start;
    for (;;) {
      const { done, value } = await chunks.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await chunks.return?.();
  }
}
