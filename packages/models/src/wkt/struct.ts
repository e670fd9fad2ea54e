import { type BinaryReader, BinaryWriter } from "../codec/wire.js";

import { openMessage } from "../codec/read-message.js";
import { readList, readStruct, readValue } from "./read-value.js";
import { writeList, writeStruct, writeValue } from "./write-value.js";

/**
 * google.protobuf.Struct as a JSON object.
 *
 * Written by hand because ts-proto's version loses a key `__proto__`, recurses without a limit, and writes keys in
 * insertion order. Generated code imports this instead of its own version (see buf.gen.yaml), and calls `wrap` and
 * `unwrap`. Both have nothing to convert, because a Struct is its object.
 */
export interface Struct {
  [key: string]: unknown;
}

/** Any JSON value. */
export type Value = unknown;

/** A list of JSON values. */
export type ListValue = unknown[];

interface JsonCodec<T, Name extends string> {
  readonly $type: Name;
  encode(message: T, writer?: BinaryWriter): BinaryWriter;
  decode(input: BinaryReader | Uint8Array, length?: number): T;
}

interface StructCodec extends JsonCodec<Struct, "google.protobuf.Struct"> {
  wrap(object: Struct | undefined): Struct;
  unwrap(message: Struct): Struct;
}

/**
 * Reads and writes google.protobuf.Struct.
 *
 * Decoded objects have no prototype. Keys are written in ascending order.
 *
 * @throws from `encode`: TypeError for bigints, functions, dates and the like; RangeError for cycles and for deeper
 * nesting than decoders accept. From `decode`: Error for bytes that are not a Struct.
 */
export const Struct: StructCodec = {
  $type: "google.protobuf.Struct",
  encode(message, writer = new BinaryWriter()) {
    writeStruct(writer, message);
    return writer;
  },
  decode: (input, length) => readStruct(...openMessage(input, length)),
  wrap: (object) => object ?? {},
  unwrap: (message) => message,
};

/** Reads and writes google.protobuf.Value, with the same limits as `Struct`. */
export const Value: JsonCodec<Value, "google.protobuf.Value"> = {
  $type: "google.protobuf.Value",
  encode(message, writer = new BinaryWriter()) {
    writeValue(writer, message);
    return writer;
  },
  decode: (input, length) => readValue(...openMessage(input, length)),
};

/** Reads and writes google.protobuf.ListValue, with the same limits as `Struct`. */
export const ListValue: JsonCodec<ListValue, "google.protobuf.ListValue"> = {
  $type: "google.protobuf.ListValue",
  encode(message, writer = new BinaryWriter()) {
    writeList(writer, message);
    return writer;
  },
  decode: (input, length) => readList(...openMessage(input, length)),
};
