import { BinaryReader } from "@bufbuild/protobuf/wire";

import type { TestCodec } from "./codecs.js";

/** A codec that forgets to write one field: the fault that the fuzz test must notice. */
export function withoutField(codec: TestCodec, number: number): TestCodec {
  return {
    $type: codec.$type,
    decode: (bytes) => codec.decode(bytes),
    encode: (message) => ({ finish: () => dropField(codec.encode(message).finish(), number) }),
  };
}

function dropField(bytes: Uint8Array, number: number): Uint8Array {
  const reader = new BinaryReader(bytes);
  const kept: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wireType] = reader.tag();
    reader.skip(wireType, field);
    if (field !== number) kept.push(bytes.subarray(start, reader.pos));
  }
  return Buffer.concat(kept);
}
