import { growingBytes } from "./growing-bytes.js";
import type { UploadPart } from "./object-store.js";

/** A part of what is written. */
export interface StreamPart extends UploadPart {
  readonly isLast: boolean;
}

const USUAL_SIZE = 8 * 1024 * 1024;
// Stores limit the number of parts: S3 to 10,000. Sizes that grow let a stream of any length through.
const PARTS_OF_A_SIZE = 1000;

/**
 * Chunks as parts of a size, 8 MiB unless told, and more behind the thousandth, the last one shorter. There is at least one, which may be
 * empty.
 */
export async function* partsOf(
  chunks: AsyncIterable<Uint8Array>,
  partSize = USUAL_SIZE,
): AsyncGenerator<StreamPart, undefined> {
  const sizeOf = (part: number): number => partSize * 2 ** Math.floor(part / PARTS_OF_A_SIZE);
  let [number, start] = [0, 0];
  let part = growingBytes(sizeOf(0), false);
  for await (let chunk of chunks) {
    // Only what comes behind a full part shows that it is not the last one.
    while (part.length + chunk.length > sizeOf(number)) {
      const size = sizeOf(number);
      const missing = size - part.length;
      part.add(chunk.subarray(0, missing));
      chunk = chunk.subarray(missing);
      yield { number, start, bytes: part.whole(), isLast: false };
      [number, start] = [number + 1, start + size];
      part = growingBytes(sizeOf(number), true);
    }
    part.add(chunk);
  }
  yield { number, start, bytes: part.whole(), isLast: true };
}
