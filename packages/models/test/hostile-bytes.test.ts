import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { describe, expect, it } from "vitest";

import { Binary, Identifier, Literal, LiteralMap, TaskTemplate } from "../src/entries/core.js";
import { encode } from "../src/entries/index.js";
import { codecOf, codecs, messageTypes, type TestCodec } from "./support/codecs.js";
import { goldenBytes, type GoldenMessage, goldenMessages } from "./support/golden.js";
import { attempt, fieldEnds } from "./support/hostile.js";
import { Random } from "./support/random.js";
import { randomMessage } from "./support/random-message.js";

function codecNamed(name: string): TestCodec {
  const codec = codecs.get(name);
  if (codec === undefined) throw new Error(`no codec of ${name}`);
  return codec;
}

// One of each type; the shortest, since every length of it is tried.
const shortest = new Map<string, GoldenMessage>();
for (const golden of goldenMessages.toSorted((a, b) => b.pb.length - a.pb.length))
  shortest.set(golden.message, golden);

describe("a message cut short", () => {
  it.each([...shortest.values()])("is refused unless it is cut between fields: $message", (golden) => {
    const codec = codecNamed(golden.message);
    const bytes = goldenBytes(golden);
    const taken: number[] = [];
    for (let length = 0; length <= bytes.length; length++) {
      if (attempt(codec, bytes.subarray(0, length))) taken.push(length);
    }
    expect(taken).toEqual([...fieldEnds(bytes)]);
  });

  it("is refused unless it is cut between fields: every type, random values", () => {
    const random = new Random(7);
    for (const type of messageTypes) {
      const bytes = randomMessage(type, random);
      const ends = fieldEnds(bytes);
      for (let length = 0; length < Math.min(bytes.length, 400); length += 1 + random.below(20)) {
        const taken = attempt(codecOf(type), bytes.subarray(0, length));
        expect(taken, `${type.typeName}, ${length} of ${bytes.length} bytes`).toBe(ends.has(length));
      }
    }
  });
});

describe("a length that is wrong", () => {
  const lengths = [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

  it.each(lengths)("is refused: %s, for a message, text and bytes", (length) => {
    for (const field of [1, 2, 4, 5, 6, 7]) {
      const bytes = new BinaryWriter()
        .tag(field, WireType.LengthDelimited)
        .uint32(length)
        .string("abc")
        .finish();
      expect(attempt(codecNamed(TaskTemplate.$type), bytes)).toBe(false);
      expect(attempt(codecNamed("google.protobuf.Struct"), bytes)).toBe(false);
    }
  });

  it("is refused when it ends beyond the message around it", () => {
    const entry = new BinaryWriter()
      .tag(1, 2)
      .string("key")
      .tag(2, 2)
      .uint32(5)
      .raw(new Uint8Array([42, 1]))
      .finish();
    const bytes = new BinaryWriter().tag(1, 2).bytes(entry).tag(9, 2).string("other field").finish();
    expect(() => LiteralMap.decode(bytes)).toThrow("runs past the end of its message");
  });

  it("is refused when it is a varint of more than ten bytes", () => {
    const endless = new Uint8Array(64).fill(0xff);
    expect(attempt(codecNamed(Literal.$type), new Uint8Array([10, ...endless]))).toBe(false);
    expect(attempt(codecNamed(Literal.$type), endless)).toBe(false);
  });

  it.each([2n ** 32n, 2n ** 40n, 2n ** 63n, 2n ** 64n - 1n])("is refused beyond 32 bits: %d", (length) => {
    const varint: number[] = [];
    for (let rest = length; ; rest >>= 7n) {
      varint.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
      if (rest <= 0x7fn) break;
    }
    // A message, a string, bytes, and a field that nobody knows.
    for (const [codec, tag] of [
      [Literal, 10],
      [Identifier, 18],
      [Binary, 10],
      [Literal, 0x7a],
    ] as const)
      expect(() => codec.decode(new Uint8Array([tag, ...varint]))).toThrow(/beyond 32 bits/);
  });

  it("is read when it is padded to ten bytes, as protobuf allows", () => {
    const padded = new Uint8Array([34, 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0x61]);
    expect(Literal.decode(padded).hash).toBe("a");
  });
});

describe("an illegal tag", () => {
  const name = encode(Identifier, Identifier.create({ name: "a" }));

  it.each([0x00, 0x01, 0x02, 0x05, 0x0c, 0x0e, 0x0f])("is refused: %s", (tag) => {
    for (const padding of [[], [0, 0, 0, 0, 0, 0, 0, 0]]) {
      expect(attempt(codecNamed(Identifier.$type), new Uint8Array([...name, tag, ...padding]))).toBe(false);
    }
  });

  it("is refused inside a message too", () => {
    const bytes = new BinaryWriter()
      .tag(1, 2)
      .bytes(new Uint8Array([...name, 0x0c]))
      .finish();
    expect(() => TaskTemplate.decode(bytes)).toThrow("illegal protobuf tag: field 1, wire type 4");
  });

  it("is refused when it ends another group than the one begun", () => {
    const bytes = new BinaryWriter().tag(900, 3).tag(901, 4).finish();
    expect(() => Identifier.decode(bytes)).toThrow("invalid end group tag");
  });
});

describe("bytes that mean nothing", () => {
  const rssBefore = process.memoryUsage.rss();

  it("are taken or refused by every type: random ones", () => {
    const random = new Random(11);
    let refused = 0;
    for (const type of messageTypes) {
      for (let i = 0; i < 40; i++) if (!attempt(codecOf(type), random.bytes(random.below(64)))) refused++;
    }
    expect(refused).toBeGreaterThan(10_000);
  });

  it("are taken or refused: golden messages with a byte or two changed", () => {
    const random = new Random(12);
    let refused = 0;
    for (const golden of goldenMessages) {
      for (let i = 0; i < 25; i++) {
        const bytes = goldenBytes(golden);
        for (let n = random.below(2); n >= 0; n--) bytes[random.below(bytes.length)] = random.below(256);
        if (!attempt(codecNamed(golden.message), bytes)) refused++;
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  it("take no memory to speak of, whatever lengths they claim", () => {
    expect(process.memoryUsage.rss() - rssBefore).toBeLessThan(2 ** 30);
  });
});
