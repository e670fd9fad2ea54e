const SMALLEST = 64 * 1024;

/** Bytes that others are added to, up to a size. */
export interface GrowingBytes {
  readonly length: number;
  /** Adds a copy: whoever gave the bytes may use their memory again. */
  add(bytes: Uint8Array): void;
  /** All bytes that were added. Nothing may be added after that. */
  whole(): Uint8Array;
}

/** Bytes of at most this size. If most of it will be needed, room for all of it is taken at once. */
export function growingBytes(size: number, isMostNeeded: boolean): GrowingBytes {
  let room = new Uint8Array(isMostNeeded ? size : 0);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(bytes) {
      const needed = length + bytes.length;
      if (needed > room.length) {
        const larger = new Uint8Array(Math.min(size, Math.max(needed, 2 * room.length, SMALLEST)));
        larger.set(room.subarray(0, length));
        room = larger;
      }
      room.set(bytes, length);
      length = needed;
    },
    whole: () => room.subarray(0, length),
  };
}
