import { encode } from "@flytekit-ts/models";
import { Literal, type Primitive } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { smallIntToBytes } from "./small-int.js";

function bytesOf(literal: Literal): Uint8Array | undefined {
  const into = new Uint8Array(16).fill(255);
  const size = smallIntToBytes(literal, into);
  return size === undefined ? undefined : into.slice(0, size);
}

function primitive(value: Primitive["value"]): Literal {
  const scalar = { value: { $case: "primitive" as const, value: { value } } };
  return { value: { $case: "scalar", value: scalar }, hash: "", metadata: new Map() };
}

const int = (value: bigint): Literal => primitive({ $case: "integer", value });

describe("the bytes of a small int", () => {
  it("are what the codec writes", () => {
    const ints = Array.from({ length: 28 }, (_, bit) => 2n ** BigInt(bit));
    for (const each of ints.flatMap((power) => [power - 1n, power, power + 1n, 2n * power - 1n])) {
      expect(bytesOf(int(each))).toEqual(encode(Literal, int(each)));
    }
  });

  it("are left to the codec for all else", () => {
    const others: Literal[] = [
      int(-1n),
      int(2n ** 28n),
      int(2n ** 63n - 1n),
      primitive({ $case: "floatValue", value: 1 }),
      primitive({ $case: "stringValue", value: "1" }),
      primitive({ $case: "boolean", value: true }),
      primitive(undefined),
      { ...int(1n), hash: "h" },
      { ...int(1n), metadata: new Map([["a", "b"]]) },
      { ...int(1n), value: undefined },
      { ...int(1n), value: { $case: "collection", value: { literals: [int(1n)] } } },
    ];
    for (const other of others) expect(bytesOf(other)).toBeUndefined();
  });
});
