import type { BinaryReader } from "@bufbuild/protobuf/wire";

/**
 * Called by each generated decoder before it returns.
 *
 * ts-proto compares the position with the end only between fields, so a nested length that runs past its
 * parent would go unnoticed and bytes of one message be read as fields of another.
 *
 * @throws RangeError when the last field did not end where its message ends.
 */
export function assertMessageEnd(reader: BinaryReader, end: number): void {
  if (reader.pos === end) return;
  throw new RangeError(`protobuf field runs past the end of its message (offset ${reader.pos}, end ${end})`);
}

/**
 * What a generated decoder throws for field number 0 and for an end-group tag without a start.
 *
 * ts-proto by itself stops there and returns what it has read so far, so that damaged bytes would be taken
 * for a shorter message.
 */
export function illegalTag(reader: BinaryReader, tag: number): Error {
  return new Error(
    `illegal protobuf tag: field ${tag >>> 3}, wire type ${tag & 7} (before offset ${reader.pos})`,
  );
}
