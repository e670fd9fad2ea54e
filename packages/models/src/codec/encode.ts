import type { Codec } from "./codec.js";

/**
 * The bytes of a message, the same for equal messages.
 *
 * Map entries are written by ascending key (text by its UTF-8 bytes, numbers by value), whatever order they
 * were put in, at every depth and inside Structs too; so the bytes may be hashed and compared. The message
 * is not changed.
 *
 * @throws Error for a number its field cannot hold, TypeError or RangeError for a Struct that is not JSON.
 */
export function encode<T>(codec: Codec<T>, message: T): Uint8Array {
  return codec.encode(message).finish();
}
