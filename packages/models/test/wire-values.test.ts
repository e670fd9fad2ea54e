import { BinaryWriter } from "@bufbuild/protobuf/wire";
import { describe, expect, it } from "vitest";

import {
  Identifier,
  Literal,
  LiteralMap,
  Primitive,
  ResourceType,
  Scalar,
  TaskMetadata,
} from "../src/entries/core.js";
import { DoubleValue, Duration, Timestamp } from "../src/entries/google.js";
import { type Codec, encode } from "../src/entries/index.js";

function again<T>(codec: Codec<T>, message: T): T {
  return codec.decode(encode(codec, message));
}

const integer = (value: bigint): Primitive => ({ value: { $case: "integer", value } });
const float = (value: number): Primitive => ({ value: { $case: "floatValue", value } });

describe("int64", () => {
  it.each([0n, -1n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)])("keeps %s", (value) => {
    expect(again(Primitive, integer(value))).toEqual(integer(value));
  });

  it.each([2n ** 63n, -(2n ** 63n) - 1n, 2n ** 64n])("refuses %s, which is out of range", (value) => {
    expect(() => encode(Primitive, integer(value))).toThrow(/int64/);
  });
});

describe("double", () => {
  it.each([NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE])("keeps %s", (value) => {
    expect(again(Primitive, float(value))).toEqual(float(value));
  });

  it("keeps -0 in a oneof, and loses its sign in a plain field, which other implementations do not", () => {
    expect(again(Primitive, float(-0))).toEqual(float(-0));
    expect(again(DoubleValue, { value: -0 })).toEqual({ value: 0 });
  });
});

describe("timestamps and durations", () => {
  it.each([
    [0n, 1],
    [1_700_000_000n, 999_999_999],
    [-1n, 999_999_999],
    [253_402_300_799n, 999_999_999], // the end of year 9999
    [-62_135_596_800n, 0], // the start of year 1
  ])("keeps %s seconds and %s nanoseconds", (seconds, nanos) => {
    expect(again(Timestamp, { seconds, nanos })).toEqual({ seconds, nanos });
  });

  it.each([
    [-1n, -500_000_000],
    [0n, -1],
    [315_576_000_000n, 999_999_999],
    [-315_576_000_000n, -999_999_999],
  ])("keeps a duration of %s seconds and %s nanoseconds", (seconds, nanos) => {
    expect(again(Duration, { seconds, nanos })).toEqual({ seconds, nanos });
  });
});

describe("oneofs", () => {
  it.each<Scalar>([
    { value: { $case: "noneType", value: {} } },
    { value: { $case: "generic", value: Object.create(null) } },
    { value: { $case: "binary", value: { value: new Uint8Array(0), tag: "" } } },
    { value: { $case: "primitive", value: { value: undefined } } },
    { value: { $case: "primitive", value: integer(0n) } },
    { value: { $case: "primitive", value: { value: { $case: "stringValue", value: "" } } } },
    { value: { $case: "primitive", value: { value: { $case: "boolean", value: false } } } },
  ])("keeps an empty member: $value.$case", (scalar) => {
    expect(again(Scalar, scalar)).toEqual(scalar);
  });

  it("takes the last member when the bytes hold two", () => {
    const bytes = Buffer.concat([encode(Primitive, integer(1n)), encode(Primitive, float(2))]);
    expect(Primitive.decode(bytes)).toEqual(float(2));
  });
});

describe("what this version of the IDL does not know", () => {
  it("is kept when it is an enum number", () => {
    const bytes = new BinaryWriter().uint32(8).int32(77).finish();
    expect(Identifier.decode(bytes).resourceType).toBe(77);
    expect(encode(Identifier, Identifier.decode(bytes))).toEqual(bytes);
  });

  it("is dropped when it is a field", () => {
    const known = encode(Identifier, Identifier.create({ resourceType: ResourceType.TASK, name: "a" }));
    const unknown = new BinaryWriter()
      .tag(900, 2)
      .string("?")
      .tag(901, 0)
      .uint32(1)
      .tag(902, 5)
      .fixed32(1)
      .finish();
    const group = new BinaryWriter().tag(903, 3).tag(1, 0).uint32(1).tag(903, 4).finish();
    const decoded = Identifier.decode(Buffer.concat([unknown, known, group]));
    expect(decoded).toEqual(Identifier.decode(known));
  });

  it("is dropped when a known field has another wire type", () => {
    const bytes = new BinaryWriter().tag(1, 2).string("not an enum").tag(4, 0).uint32(5).finish();
    expect(Identifier.decode(bytes)).toEqual(Identifier.create());
  });
});

describe("known differences from other implementations", () => {
  it("takes the last of two copies of one singular message, where the specification merges them", () => {
    const copies = [{ cacheSerializable: true, timeout: { seconds: 1n } }, { timeout: { nanos: 2 } }];
    const bytes = Buffer.concat(copies.map((copy) => encode(TaskMetadata, TaskMetadata.create(copy))));
    expect(TaskMetadata.decode(bytes)).toMatchObject({
      cacheSerializable: true,
      timeout: { seconds: 0n, nanos: 2 },
    });
  });

  it("drops a map entry that has a key and no message", () => {
    const bytes = new BinaryWriter().tag(1, 2).fork().tag(1, 2).string("a").join().finish();
    expect(LiteralMap.decode(bytes).literals.size).toBe(0);
  });

  it("writes a oneof at the place of its first member", () => {
    const literal = Literal.create({
      value: { $case: "offloadedMetadata", value: { uri: "s3://b/k" } },
      hash: "h",
    });
    expect(encode(Literal, literal)[0]).toBe((8 << 3) | 2);
  });
});
