import { encode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { describeToken, MsgpackReader, type MsgpackToken } from "./msgpack-reader.js";
import { MsgpackWriter } from "./msgpack-writer.js";

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const next = (hex: string): MsgpackToken => new MsgpackReader(bytes(hex)).next();

/** Everything that the bytes say, as JavaScript has it. */
function readAll(reader: MsgpackReader): unknown {
  const token = reader.next();
  switch (token.kind) {
    case "nil":
      return null;
    case "list":
      return Array.from({ length: token.size }, () => readAll(reader));
    case "map":
      return new Map(Array.from({ length: token.size }, () => [readAll(reader), readAll(reader)]));
    case "extension":
      return [token.type, token.value];
    default:
      return token.value;
  }
}

/** The same shape for what was encoded. */
function asRead(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key, asRead(item)]));
}

describe("MsgpackReader", () => {
  it("reads what a library writes", () => {
    const values = fc.anything({
      values: [
        fc.constant(null),
        fc.boolean(),
        fc.double(),
        fc.maxSafeInteger(),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
        fc.string({ unit: "binary" }),
        fc.uint8Array(),
      ],
      key: fc.string({ unit: "binary" }).filter((key) => key !== "__proto__"),
    });
    fc.assert(
      fc.property(values, (value) => {
        const reader = new MsgpackReader(encode(value, { useBigInt64: true }));
        expect(readAll(reader)).toEqual(asRead(narrowed(value)));
        expect(() => reader.end()).not.toThrow();
      }),
    );
  });

  it.each([
    ["00", 0],
    ["7f", 127],
    ["ff", -1],
    ["e0", -32],
    ["cc ff", 255],
    ["cd ffff", 65_535],
    ["ce ffffffff", 4_294_967_295],
    ["cf 001fffffffffffff", Number.MAX_SAFE_INTEGER],
    ["cf 0020000000000000", 2n ** 53n],
    ["cf ffffffffffffffff", 2n ** 64n - 1n],
    ["d0 80", -128],
    ["d1 8000", -32_768],
    ["d2 80000000", -(2 ** 31)],
    ["d3 ffffffffffffffff", -1],
    ["d3 8000000000000000", -(2n ** 63n)],
    ["d0 05", 5],
    ["cc 05", 5],
  ])("reads the integer %s", (hex, value) => {
    expect(next(hex)).toEqual({ kind: "int", value });
  });

  it("keeps integers and floats apart", () => {
    expect([next("01").kind, next("ca 3f800000").kind, next("cb 3ff0000000000000").kind]).toEqual([
      "int",
      "float",
      "float",
    ]);
    expect(next("ca 3fc00000")).toEqual({ kind: "float", value: 1.5 });
    expect(next("cb 8000000000000000")).toEqual({ kind: "float", value: -0 });
  });

  it.each([
    ["c0", { kind: "nil" }],
    ["c2", { kind: "boolean", value: false }],
    ["c3", { kind: "boolean", value: true }],
    ["a0", { kind: "string", value: "" }],
    ["d9 01 61", { kind: "string", value: "a" }],
    ["da 0001 61", { kind: "string", value: "a" }],
    ["db 00000001 61", { kind: "string", value: "a" }],
    ["a3 efbbbf", { kind: "string", value: "\ufeff" }],
    ["c4 01 ff", { kind: "bytes", value: bytes("ff") }],
    ["c5 0001 ff", { kind: "bytes", value: bytes("ff") }],
    ["c6 00000001 ff", { kind: "bytes", value: bytes("ff") }],
    ["91 c0", { kind: "list", size: 1 }],
    ["dc 0001 c0", { kind: "list", size: 1 }],
    ["dd 00000001 c0", { kind: "list", size: 1 }],
    ["81 c0 c0", { kind: "map", size: 1 }],
    ["de 0001 c0 c0", { kind: "map", size: 1 }],
    ["df 00000001 c0 c0", { kind: "map", size: 1 }],
    ["d4 05 ff", { kind: "extension", type: 5, value: bytes("ff") }],
    ["d6 ff 00000001", { kind: "extension", type: -1, value: bytes("00000001") }],
    ["c7 02 05 ffff", { kind: "extension", type: 5, value: bytes("ffff") }],
    ["c9 00000001 05 ff", { kind: "extension", type: 5, value: bytes("ff") }],
  ])("reads %s", (hex, token) => {
    expect(next(hex)).toEqual(token);
  });

  it.each([
    ["nothing", "", "the bytes end early"],
    ["a head without its value", "cd 01", "the bytes end early"],
    ["a text that ends early", "a5 61", "the bytes end early"],
    ["a text of four gigabytes", "db ffffffff 61", "the bytes end early"],
    ["bytes of four gigabytes", "c6 ffffffff 61", "the bytes end early"],
    ["an extension of four gigabytes", "c9 ffffffff 05", "the bytes end early"],
    ["a list of four thousand millions", "dd ffffffff", "a list of size 4294967295 is longer than the bytes"],
    ["a map of as many", "df ffffffff", "a map of size 4294967295 is longer than the bytes"],
    ["a map whose keys fill the bytes", "82 01 02 03", "a map of size 2 is longer than the bytes"],
    ["the byte that is never used", "c1", "byte 0xc1 does not begin a value"],
    ["a text that is no UTF-8", "a2 c328", "a string is not UTF-8"],
    ["half a surrogate pair", "a3 eda080", "a string is not UTF-8"],
  ])("refuses %s", (_what, hex, problem) => {
    const { code, params } = caught(() => next(hex));
    expect([code, params]).toEqual(["MSGPACK_MALFORMED", { problem, offset: expect.any(Number) }]);
  });

  it("ends in a value or MSGPACK_MALFORMED for every truncation of a value", () => {
    const whole = encode({
      text: "é",
      list: [1, 300, -5, 2 ** 40, 1.5, null, true],
      map: { a: { b: new Uint8Array(40) } },
    });
    for (let size = 0; size < whole.length; size += 1) {
      expect(refusal(() => readAll(new MsgpackReader(whole.subarray(0, size))))).toMatch(
        /^MSGPACK_MALFORMED/,
      );
    }
    expect(() => readAll(new MsgpackReader(whole))).not.toThrow();
  });

  it("ends in a value or MSGPACK_MALFORMED for any bytes", () => {
    const outcome = (act: () => unknown): string => {
      try {
        act();
        return "a value";
      } catch (error) {
        return caught(() => {
          throw error;
        }).code;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
        const outcomes = [
          outcome(() => readAll(new MsgpackReader(given))),
          outcome(() => new MsgpackReader(given).skip()),
          outcome(() => new MsgpackReader(given).slice()),
          outcome(() => new MsgpackReader(given).key()),
        ];
        expect(outcomes.filter((each) => each !== "a value" && each !== "MSGPACK_MALFORMED")).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("passes over a value of any depth without recursion", () => {
    const deep = new Uint8Array(200_001).fill(0x91);
    deep[200_000] = 0x05;
    const reader = new MsgpackReader(deep);
    reader.skip();
    expect(() => reader.end()).not.toThrow();
  });

  it("peeks without moving, skips one value with its members, and slices it", () => {
    const reader = new MsgpackReader(bytes("82 a161 9201 02 a162 80 c3"));
    expect([reader.peek().kind, reader.peek().kind]).toEqual(["map", "map"]);
    expect(Buffer.from(reader.slice()).toString("hex")).toBe("82a161920102a16280");
    expect(reader.next()).toEqual({ kind: "boolean", value: true });
  });

  it("gives the key of an entry, and passes over a key that is no text", () => {
    const reader = new MsgpackReader(bytes("a161 01 92 0102 02 81 c0c0 03 2a 04"));
    expect([reader.key(), reader.next()]).toEqual(["a", { kind: "int", value: 1 }]);
    expect([reader.key(), reader.next()]).toEqual([undefined, { kind: "int", value: 2 }]);
    expect([reader.key(), reader.next()]).toEqual([undefined, { kind: "int", value: 3 }]);
    expect([reader.key(), reader.next()]).toEqual([undefined, { kind: "int", value: 4 }]);
  });

  it("says where bytes follow the value", () => {
    const reader = new MsgpackReader(bytes("01 02"));
    reader.next();
    expect(refusal(() => reader.end())).toBe(
      "MSGPACK_MALFORMED: MessagePack is malformed at byte 1: bytes follow the value.",
    );
  });

  it("reads a part of a larger buffer, and gives slices that are not part of it", () => {
    const message = Buffer.from("ffff9101ff", "hex");
    const reader = new MsgpackReader(message.subarray(2, 4));
    const slice = reader.slice();
    message.fill(0);
    expect(Buffer.from(slice).toString("hex")).toBe("9101");
  });
});

describe("describeToken", () => {
  it("shows numbers, and no content of texts and bytes", () => {
    expect(describeToken({ kind: "int", value: 5 })).toBe("the MessagePack int 5");
    expect(describeToken({ kind: "int", value: 2n ** 63n })).toMatch(
      /^the MessagePack int 9223372036854775808 \(beyond/,
    );
    expect(describeToken({ kind: "float", value: 0.5 })).toBe("the MessagePack float 0.5");
    expect(describeToken({ kind: "string", value: "hunter2" })).toBe("a MessagePack string");
    expect(describeToken({ kind: "bytes", value: bytes("00") })).toBe("a MessagePack bytes");
  });
});

// Integers that fit are numbers, whatever form they came in; the library has no negative zero.
function narrowed(value: unknown): unknown {
  if (value === 0) return 0;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(narrowed);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, narrowed(item)]));
}

describe("looking ahead", () => {
  const heads = [
    "05",
    "ff",
    "c0",
    "c2",
    "ca3f800000",
    "cb3ff0000000000000",
    "a161",
    "d90161",
    "90",
    "dc0000",
    "80",
    "de0000",
    "c40161",
    "d40161",
  ];

  it.each(heads)("knows the kind of %s, and stays", (hex) => {
    const reader = new MsgpackReader(Buffer.from(hex, "hex"));
    expect(reader.kind()).toBe(reader.peek().kind);
    expect(reader.position).toBe(0);
  });

  it.each([
    "",
    "abc",
    "abcdefgh",
    "abcé",
    "é",
    "日本",
    "a".repeat(31),
    "a".repeat(32),
    `${"a".repeat(30)}é`,
    "\ufeffa",
  ])("reads the string %j", (value) => {
    const writer = new MsgpackWriter();
    writer.string(value);
    writer.int(5);
    const reader = new MsgpackReader(writer.finish());
    expect([reader.next(), reader.next()]).toMatchObject([{ value }, { value: 5 }]);
  });
});

describe("skipBytes", () => {
  it("moves past bytes that come next, and past no others", () => {
    const reader = new MsgpackReader(Uint8Array.from([0xa1, 0x61, 0x01]));
    expect(reader.skipBytes(Uint8Array.from([0xa1, 0x62]))).toBe(false);
    expect(reader.skipBytes(Uint8Array.from([0xa1, 0x61, 0x01, 0x02]))).toBe(false);
    expect(reader.skipBytes(Uint8Array.from([0xa1, 0x61]))).toBe(true);
    expect(reader.next()).toEqual({ kind: "int", value: 1 });
    expect(reader.skipBytes(Uint8Array.from([0xc0]))).toBe(false);
    expect(reader.skipBytes(new Uint8Array(0))).toBe(true);
    reader.end();
  });
});

describe("reading without tokens", () => {
  const reads = {
    int: (reader: MsgpackReader) => reader.int(),
    float: (reader: MsgpackReader) => reader.float(),
    boolean: (reader: MsgpackReader) => reader.boolean(),
    string: (reader: MsgpackReader) => reader.string(),
  };

  it.each([
    "05",
    "ff",
    "cc80",
    "cdffff",
    "ce00010000",
    "cb3ff8000000000000",
    "c2",
    "c3",
    "a0",
    "a161",
    "a2c3a9",
  ])("gives the value of %s by its own kind, and stays for the others", (hex) => {
    const token = next(hex);
    for (const [kind, read] of Object.entries(reads)) {
      const reader = new MsgpackReader(bytes(hex));
      const isOwn = kind === token.kind;
      expect(read(reader)).toEqual(isOwn && "value" in token ? token.value : undefined);
      expect(reader.position).toBe(isOwn ? hex.length / 2 : 0);
    }
  });

  it.each([
    "",
    "c0",
    "c1",
    "d0ff",
    "d3ffffffffffffffff",
    "cf0000000000000005",
    "ca3f800000",
    "d90161",
    "90",
    "80",
  ])("leaves %s to next()", (hex) => {
    for (const read of Object.values(reads)) {
      const reader = new MsgpackReader(bytes(hex));
      expect([read(reader), reader.position]).toEqual([undefined, 0]);
    }
  });

  it.each(["cd01", "cb00", "a261", "a2c328"])("refuses %s as next() does", (hex) => {
    const refusals = Object.values(reads).flatMap((read) => {
      const reader = new MsgpackReader(bytes(`00${hex}`));
      reader.next();
      try {
        read(reader);
        return [];
      } catch (error) {
        return [String(error)];
      }
    });
    const whole = new MsgpackReader(bytes(`00${hex}`));
    whole.next();
    expect(refusals).toEqual([String(caught(() => whole.next()))]);
  });
});
