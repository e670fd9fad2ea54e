import type { Codec } from "./codec.js";

/**
 * The bytes of a message, the same for equal messages.
 *
 * Map entries are written in ascending key order (text by its UTF-8 bytes, numbers by value), at every depth and
 * inside Structs too. The order of insertion has no effect, so the bytes may be hashed and compared. The message does
 * not change.
 *
 * @throws Error for a number that its field cannot hold, TypeError or RangeError for a Struct that is not JSON.
 */
export function encode<T>(codec: Codec<T>, message: T): Uint8Array {
  return codec.encode(message).finish();
}
