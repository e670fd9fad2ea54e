// The classes are those of @bufbuild/protobuf, which the build puts into this package. Their types are written down
// here, so that no declaration names that package and nobody has to install it.
import * as wire from "@bufbuild/protobuf/wire";

/** Writes the fields of messages in protobuf's binary form. Each method returns the writer. */
export interface BinaryWriter {
  /** The bytes written so far. The writer is empty afterwards. */
  finish(): Uint8Array<ArrayBuffer>;
  /** Begins a field that says its length first; `join` ends it. */
  fork(): this;
  join(): this;
  tag(fieldNo: number, wireType: number): this;
  /** Bytes without a length. */
  raw(bytes: Uint8Array): this;
  bool(value: boolean): this;
  bytes(value: Uint8Array): this;
  double(value: number): this;
  fixed32(value: number): this;
  fixed64(value: string | number | bigint): this;
  float(value: number): this;
  int32(value: number): this;
  int64(value: string | number | bigint): this;
  sfixed32(value: number): this;
  sfixed64(value: string | number | bigint): this;
  sint32(value: number): this;
  sint64(value: string | number | bigint): this;
  string(value: string): this;
  uint32(value: number): this;
  uint64(value: string | number | bigint): this;
}

/** Reads the fields of messages in protobuf's binary form. */
export interface BinaryReader {
  /** Where it reads next. */
  pos: number;
  /** Where the bytes end. */
  readonly len: number;
  /** The number of the next field and its wire type. */
  tag(): [number, number];
  /** Passes over the value of a field. Returns its bytes. */
  skip(wireType: number, fieldNo?: number): Uint8Array;
  bool(): boolean;
  bytes(): Uint8Array;
  double(): number;
  fixed32(): number;
  fixed64(): bigint | string;
  float(): number;
  int32(): number;
  int64(): bigint | string;
  sfixed32(): number;
  sfixed64(): bigint | string;
  sint32(): number;
  sint64(): bigint | string;
  string(strict?: boolean): string;
  uint32(): number;
  uint64(): bigint | string;
}

export const BinaryWriter: new () => BinaryWriter = wire.BinaryWriter;
export const BinaryReader: new (bytes: Uint8Array) => BinaryReader = wire.BinaryReader;
