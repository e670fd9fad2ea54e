import { BinaryReader } from "./wire.js";

/**
 * A reader that refuses tags and lengths beyond 32 bits.
 *
 * The reader of the library drops the higher bits, so a length of 2^40 would be read as 0, and damaged bytes as a
 * shorter message.
 *
 * @throws RangeError
 */
export class StrictReader extends BinaryReader {
  readonly #bytes: Uint8Array;
  readonly #read: () => number;

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.#bytes = bytes;
    // The library has a property here and not a method.
    this.#read = this.uint32;
    this.uint32 = this.#readStrictly;
  }

  // A negative int32 or enum is written with 64 bits.
  override int32(): number {
    return this.#read() | 0;
  }

  #readStrictly(): number {
    const start = this.pos;
    const value = this.#read();
    // Five bytes hold 35 bits. More of them may follow, as padding without a bit.
    for (let at = start + 4; at < this.pos; at += 1) {
      const most = at === start + 4 ? 0x0f : 0;
      if (((this.#bytes[at] ?? 0) & 0x7f) > most)
        throw new RangeError(`protobuf tag, length or uint32 beyond 32 bits (offset ${start})`);
    }
    return value;
  }
}
