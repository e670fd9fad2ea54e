import { ScalarType } from "@bufbuild/protobuf";
import { type BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

import type { Random } from "./random.js";

const int32s = [0, 1, -1, 127, 128, 2 ** 31 - 1, -(2 ** 31)] as const;
const uint32s = [0, 1, 127, 128, 16384, 2 ** 32 - 1] as const;
const int64s = [0n, 1n, -1n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)] as const;
const uint64s = [0n, 1n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n] as const;
// No -0: ts-proto leaves it out of a plain field, which wire-values.test.ts states.
const doubles = [0, 1.5, -1e300, 5e-324, NaN, Infinity, -Infinity, 2 ** 53 + 2] as const;
const floats = [0, 1.5, -2.25, NaN, Infinity, -Infinity] as const;
const texts = [
  "",
  "a",
  "__proto__",
  "constructor",
  "toString",
  "9",
  "10",
  "é",
  "\u{1f600}",
  "\uff21",
  "x".repeat(200),
] as const;

type WriteScalar = (writer: BinaryWriter, random: Random) => BinaryWriter;

/** For each scalar type of the IDL: its wire type, and how to write a random value of it. */
export const scalars: { readonly [type in ScalarType]?: readonly [WireType, WriteScalar] } = {
  [ScalarType.BOOL]: [WireType.Varint, (writer, random) => writer.bool(random.chance(0.5))],
  [ScalarType.INT32]: [WireType.Varint, (writer, random) => writer.int32(random.pick(int32s))],
  [ScalarType.UINT32]: [WireType.Varint, (writer, random) => writer.uint32(random.pick(uint32s))],
  [ScalarType.INT64]: [WireType.Varint, (writer, random) => writer.int64(random.pick(int64s))],
  [ScalarType.UINT64]: [WireType.Varint, (writer, random) => writer.uint64(random.pick(uint64s))],
  [ScalarType.DOUBLE]: [WireType.Bit64, (writer, random) => writer.double(random.pick(doubles))],
  [ScalarType.FLOAT]: [WireType.Bit32, (writer, random) => writer.float(random.pick(floats))],
  [ScalarType.STRING]: [WireType.LengthDelimited, (writer, random) => writer.string(random.pick(texts))],
  [ScalarType.BYTES]: [
    WireType.LengthDelimited,
    (writer, random) => writer.bytes(random.bytes(random.below(20))),
  ],
};
