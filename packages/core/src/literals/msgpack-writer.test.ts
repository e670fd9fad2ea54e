import { decode, encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MsgpackWriter } from "./msgpack-writer.js";

function write(act: (writer: MsgpackWriter) => void): Uint8Array {
  const writer = new MsgpackWriter();
  act(writer);
  return writer.finish();
}

const hex = (act: (writer: MsgpackWriter) => void): string => Buffer.from(write(act)).toString("hex");

/** Values that MessagePack and JavaScript agree on, with `float` around what is meant as a float. */
type Value =
  | null
  | boolean
  | bigint
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [key: string]: Value }
  | Float;
class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

function writeValue(value: Value, writer: MsgpackWriter): void {
  if (value === null) writer.nil();
  else if (typeof value === "boolean") writer.boolean(value);
  else if (typeof value === "bigint") writer.int(value);
  else if (typeof value === "string") writer.string(value);
  else if (value instanceof Float) writer.float(value.value);
  else if (value instanceof Uint8Array) writer.bytes(value);
  else if (Array.isArray(value)) {
    writer.list(value.length);
    for (const item of value as readonly Value[]) writeValue(item, writer);
  } else {
    const entries = Object.entries(value);
    writer.map(entries.length);
    for (const [key, item] of entries) {
      writer.string(key);
      writeValue(item, writer);
    }
  }
}

function plain(value: Value): unknown {
  if (value instanceof Float) return value.value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(plain);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

const { value: values } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.double().map((value) => new Float(value)),
    fc.string({ unit: "binary" }),
    fc.uint8Array(),
    fc.array(tie("value")),
    // The oracle cannot make an object with a key __proto__.
    fc.dictionary(
      fc.string({ unit: "binary" }).filter((key) => key !== "__proto__"),
      tie("value"),
    ),
  ),
}));

const BOUNDS = [0n, 0x20n, 0x80n, 0x100n, 0x8000n, 0x10000n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n];

describe("MsgpackWriter", () => {
  it("writes what a library reads back as the same value", () => {
    fc.assert(
      fc.property(values, (value) => {
        // The oracle gives bigints for 64-bit forms only.
        const read = decode(
          write((writer) => writeValue(value, writer)),
          { useBigInt64: true },
        );
        expect(normal(read)).toEqual(normal(plain(value)));
      }),
    );
  });

  it("writes the bytes that a library writes, where JavaScript can say which type is meant", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (json) => {
        fc.pre(!JSON.stringify(json).includes("__proto__"));
        expect(write((writer) => writeJson(json, writer))).toEqual(encode(json));
      }),
    );
  });

  it("uses the smallest form of an integer", () => {
    const sizes = (n: bigint): number => write((writer) => writer.int(n)).length;
    const around = BOUNDS.flatMap((bound) => [
      bound - 1n,
      bound,
      bound + 1n,
      -bound,
      1n - bound,
      -bound - 1n,
    ]);
    for (const n of around.filter((value) => BigInt.asIntN(64, value) === value)) {
      const smallest = encode(n >= -(2n ** 32n) && n < 2n ** 32n ? Number(n) : n, { useBigInt64: true });
      const read = normal(
        decode(
          write((writer) => writer.int(n)),
          { useBigInt64: true },
        ),
      );
      expect([n, sizes(n)]).toEqual([read, smallest.length]);
    }
  });

  it.each([
    [0, "00"],
    [-0, "00"],
    [127, "7f"],
    [128, "cc80"],
    [256, "cd0100"],
    [65_536, "ce00010000"],
    [2 ** 32, "cf0000000100000000"],
    [Number.MAX_SAFE_INTEGER, "cf001fffffffffffff"],
    [2n ** 63n - 1n, "cf7fffffffffffffff"],
    [-1, "ff"],
    [-32, "e0"],
    [-33, "d0df"],
    [-129, "d1ff7f"],
    [-32_769, "d2ffff7fff"],
    [-(2 ** 31) - 1, "d3ffffffff7fffffff"],
    [-(2n ** 63n), "d38000000000000000"],
  ])("writes %s as Python does", (n, bytes) => {
    expect(hex((writer) => writer.int(n))).toBe(bytes);
  });

  it("writes a float as float64, also a whole one", () => {
    expect(hex((writer) => writer.float(1))).toBe("cb3ff0000000000000");
    expect(hex((writer) => writer.float(-0))).toBe("cb8000000000000000");
    expect(hex((writer) => writer.float(NaN))).toBe("cb7ff8000000000000");
  });

  it.each([0, 31, 32, 255, 256, 65_535, 65_536, 100_000])("writes texts and bytes of size %d", (size) => {
    const [text, bytes] = ["x".repeat(size), new Uint8Array(size)];
    expect(hex((writer) => writer.string(text))).toBe(Buffer.from(encode(text)).toString("hex"));
    expect(hex((writer) => writer.bytes(bytes))).toBe(Buffer.from(encode(bytes)).toString("hex"));
  });

  it.each([0, 15, 16, 65_535, 65_536])("writes lists and maps of size %d", (size) => {
    const list = Buffer.from(encode(Array.from({ length: size }, () => null))).toString("hex");
    expect(list.startsWith(hex((writer) => writer.list(size)))).toBe(true);
    expect(list.length - hex((writer) => writer.list(size)).length).toBe(2 * size);
    const map = Buffer.from(
      encode(Object.fromEntries(Array.from({ length: size }, (_, i) => [i, null]))),
    ).toString("hex");
    expect(map.startsWith(hex((writer) => writer.map(size)))).toBe(true);
  });

  it("keeps what was written while it grows, and gives bytes of its own", () => {
    const writer = new MsgpackWriter();
    for (let i = 0; i < 1000; i += 1) writer.string(`text ${i}`);
    const first = writer.finish();
    writer.nil();
    expect(Buffer.from(first).toString("latin1")).toContain("text 999");
    expect(writer.finish().length).toBe(first.length + 1);
  });
});

function writeJson(json: unknown, writer: MsgpackWriter): void {
  if (typeof json === "number") {
    // What the library takes for an integer.
    if (Number.isSafeInteger(json)) writer.int(json);
    else writer.float(json);
  } else if (Array.isArray(json)) {
    writer.list(json.length);
    for (const item of json) writeJson(item, writer);
  } else if (typeof json === "object" && json !== null) {
    writer.map(Object.keys(json).length);
    for (const [key, item] of Object.entries(json)) {
      writer.string(key);
      writeJson(item, writer);
    }
  } else {
    writeValue(json as string | boolean | null, writer);
  }
}

// One number type for integers, so that 5 and 5n are one; floats stay numbers.
function normal(value: unknown): unknown {
  if (typeof value === "number" && Number.isSafeInteger(value) && !Object.is(value, -0)) return BigInt(value);
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normal(item)]));
}

describe("writers one after another", () => {
  it.each([1, 100, 1000, 1025, 8189, 8192, 9000])(
    "keep results of %d bytes and what comes before them",
    (size) => {
      const results = Array.from({ length: 30 }, (_, i) =>
        write((writer) => {
          writer.packed(new Uint8Array(size - 1).fill(i));
          writer.packed(Uint8Array.from([i]));
        }),
      );
      for (const [i, result] of results.entries()) expect(result).toEqual(new Uint8Array(size).fill(i));
    },
  );

  it("share memory, and never bytes that are done", () => {
    const one = new MsgpackWriter();
    const other = new MsgpackWriter();
    one.string("one");
    other.string("other");
    const first = one.finish();
    const second = other.finish();
    const third = new MsgpackWriter();
    third.string("3");
    one.float(1);
    expect(Buffer.from(first).toString("hex")).toBe("a36f6e65");
    expect(Buffer.from(second).toString("hex")).toBe("a56f74686572");
    expect(Buffer.from(third.finish()).toString("hex")).toBe("a133");
    expect(Buffer.from(one.finish()).toString("hex")).toBe("a36f6e65cb3ff0000000000000");
    expect(Buffer.from(one.finish()).toString("hex")).toBe("a36f6e65cb3ff0000000000000");
    expect(Buffer.from(first).toString("hex")).toBe("a36f6e65");
  });
});
