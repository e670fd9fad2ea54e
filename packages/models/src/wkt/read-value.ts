import type { BinaryReader } from "../codec/wire.js";

import { readMessage } from "../codec/read-message.js";

/** Read a google.protobuf.Struct. The object has no prototype, so `__proto__` is a key like any other. */
export function readStruct(reader: BinaryReader, length: number): { [key: string]: unknown } {
  const struct: { [key: string]: unknown } = Object.create(null);
  readMessage(reader, length, (tag) => {
    if (tag !== 10) return false;
    const [key, value] = readEntry(reader, reader.uint32());
    struct[key] = value;
    return true;
  });
  return struct;
}

/** Read a google.protobuf.ListValue. */
export function readList(reader: BinaryReader, length: number): unknown[] {
  const list: unknown[] = [];
  readMessage(reader, length, (tag) => {
    if (tag !== 10) return false;
    list.push(readValue(reader, reader.uint32()));
    return true;
  });
  return list;
}

/** Read a google.protobuf.Value. An empty one, which the IDL forbids, reads as null, as in Go. */
export function readValue(reader: BinaryReader, length: number): unknown {
  let value: unknown = null;
  readMessage(reader, length, (tag) => {
    const read = valueFields[tag];
    if (read === undefined) return false;
    value = read(reader);
    return true;
  });
  return value;
}

function readEntry(reader: BinaryReader, length: number): [key: string, value: unknown] {
  let key = "";
  let value: unknown = null;
  readMessage(reader, length, (tag) => {
    if (tag === 10) key = reader.string();
    else if (tag === 18) value = readValue(reader, reader.uint32());
    else return false;
    return true;
  });
  return [key, value];
}

// The readers by tag. A tag is (field number << 3 | wire type).
const valueFields: { readonly [tag: number]: (reader: BinaryReader) => unknown } = {
  8: (reader) => {
    reader.int32(); // NullValue has one member, so any number means null
    return null;
  },
  17: (reader) => reader.double(),
  26: (reader) => reader.string(),
  32: (reader) => reader.bool(),
  42: (reader) => readStruct(reader, reader.uint32()),
  50: (reader) => readList(reader, reader.uint32()),
};
