import { BinaryReader } from "./wire.js";

import { assertMessageEnd, illegalTag } from "./message-bounds.js";
import { StrictReader } from "./strict-reader.js";

/** How deep messages may nest. Generated decoders, protobuf-es and Python's upb all use 100. */
export const MAX_DEPTH = 100;

// Generated decoders keep this counter on the reader. Hand-written ones share it, so the limit also holds for a mix
// of both.
interface DepthCounter {
  __tsProtoDecodeDepth?: number;
}

/**
 * Read the fields of one message, `length` bytes long, as a generated decoder does.
 *
 * `readField` gets each tag, and returns whether it read the field. Fields that it did not read are skipped.
 *
 * @throws Error if the bytes are not a message, or nest deeper than `MAX_DEPTH` messages.
 */
export function readMessage(reader: BinaryReader, length: number, readField: (tag: number) => boolean): void {
  const counter: DepthCounter = reader as DepthCounter;
  const depth = counter.__tsProtoDecodeDepth ?? 0;
  if (depth >= MAX_DEPTH) throw new Error("protobuf decode recursion limit exceeded");
  counter.__tsProtoDecodeDepth = depth + 1;
  try {
    const end = reader.pos + length;
    while (reader.pos < end) {
      const tag = reader.uint32();
      if (readField(tag)) continue;
      if ((tag & 7) === 4 || tag >>> 3 === 0) throw illegalTag(reader, tag);
      reader.skip(tag & 7, tag >>> 3);
    }
    assertMessageEnd(reader, end);
  } finally {
    counter.__tsProtoDecodeDepth = depth;
  }
}

/** The reader and the length for the arguments of a codec's `decode(input, length?)`. */
export function openMessage(input: BinaryReader | Uint8Array, length?: number): [BinaryReader, number] {
  const reader = input instanceof BinaryReader ? input : new StrictReader(input);
  return [reader, length ?? reader.len - reader.pos];
}
