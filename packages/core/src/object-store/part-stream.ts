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
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (let chunk of chunks) {
    // Only what comes behind a full part shows that it is not the last one.
    while (length + chunk.length > sizeOf(number)) {
      const size = sizeOf(number);
      kept.push(chunk.slice(0, size - length));
      chunk = chunk.subarray(size - length);
      yield { number, start, bytes: joined(kept, size), isLast: false };
      [number, start, kept, length] = [number + 1, start + size, [], 0];
    }
    if (chunk.length === 0) continue;
    // A copy: the source may use its memory again.
    kept.push(chunk.slice());
    length += chunk.length;
  }
  yield { number, start, bytes: joined(kept, length), isLast: true };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(length);
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}
