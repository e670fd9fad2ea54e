import type { UploadPart } from "./object-store.js";

/** A part of what is written. */
export interface StreamPart extends UploadPart {
  readonly isLast: boolean;
}

const USUAL_SIZE = 8 * 1024 * 1024;
// Stores limit the number of parts: S3 to 10,000. Sizes that grow let a stream of any length through.
const PARTS_OF_A_SIZE = 1000;

// Below it a part is copied once more, in exchange for no memory that is not used.
const SMALL = 512 * 1024;

/**
 * Chunks as parts of a size, 8 MiB unless told, and more behind the thousandth, the last one shorter. There is at least
 * one, which may be empty.
 */
export async function* partsOf(
  chunks: AsyncIterable<Uint8Array>,
  partSize = USUAL_SIZE,
): AsyncGenerator<StreamPart, undefined> {
  let [number, start, length] = [0, 0, 0];
  let size = partSize;
  let bytes = new Uint8Array(0);
  for await (let chunk of chunks) {
    // Only what comes behind a full part shows that it is not the last one.
    while (length + chunk.length > size) {
      bytes = withRoom(bytes, length, { for: size, of: size });
      bytes.set(chunk.subarray(0, size - length), length);
      chunk = chunk.subarray(size - length);
      yield { number, start, bytes, isLast: false };
      [number, start, length] = [number + 1, start + size, 0];
      size = partSize * 2 ** Math.floor(number / PARTS_OF_A_SIZE);
      bytes = new Uint8Array(0);
    }
    // A copy: the source may use its memory again.
    bytes = withRoom(bytes, length, { for: length + chunk.length, of: size });
    bytes.set(chunk, length);
    length += chunk.length;
  }
  yield { number, start, bytes: bytes.subarray(0, length), isLast: true };
}

function withRoom(
  bytes: Uint8Array<ArrayBuffer>,
  length: number,
  needed: { readonly for: number; readonly of: number },
): Uint8Array<ArrayBuffer> {
  if (bytes.length >= needed.for) return bytes;
  // Not zeroed: what is not written to is not even memory of the machine.
  const room = Buffer.allocUnsafeSlow(needed.for > SMALL ? needed.of : Math.min(needed.of, needed.for * 2));
  const roomy = new Uint8Array(room.buffer);
  roomy.set(bytes.subarray(0, length));
  return roomy;
}
