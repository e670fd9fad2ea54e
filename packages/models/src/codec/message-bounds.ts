import type { BinaryReader } from "./wire.js";

/**
 * Check that a message ended where it should. Each generated decoder calls this before it returns.
 *
 * ts-proto compares the position with the end only between fields. Without this check, a nested length that runs past
 * its parent would go unnoticed, and bytes of one message would be read as fields of another.
 *
 * @throws RangeError if the last field did not end where its message ends.
 */
export function assertMessageEnd(reader: BinaryReader, end: number): void {
  if (reader.pos === end) return;
  throw new RangeError(`protobuf field runs past the end of its message (offset ${reader.pos}, end ${end})`);
}

/**
 * The error that a generated decoder throws for field number 0 and for an end-group tag without a start.
 *
 * Unchanged ts-proto code stops at such a tag and returns what it has read so far. Damaged bytes would then pass as a
 * shorter message.
 */
export function illegalTag(reader: BinaryReader, tag: number): Error {
  return new Error(
    `illegal protobuf tag: field ${tag >>> 3}, wire type ${tag & 7} (before offset ${reader.pos})`,
  );
}
