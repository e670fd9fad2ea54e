import { readdirSync, readFileSync } from "node:fs";
import { isFlytekitError } from "@flytekit-ts/core/errors";
import { t } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { parquet } from "../src/formats/parquet.js";
import { fileOf } from "./support/file-of.js";
import { rowsOf } from "./support/rows-of.js";

const folder = new URL("fixtures/parquet/", import.meta.url);
const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${name}.parquet`, folder)));
const good = bytesOf("codec-snappy");
const URI = "s3://bucket/people/00000";

const changed = (at: number, ...bytes: number[]): Uint8Array => {
  const copy = new Uint8Array(good);
  copy.set(bytes, at < 0 ? copy.length + at : at);
  return copy;
};
const text = (value: string): number[] => [...new TextEncoder().encode(value)];

describe("damaged Parquet", () => {
  it.each([
    ["nothing", new Uint8Array(), /it has only 0 bytes/],
    ["a few bytes", good.slice(0, 11), /it has only 11 bytes/],
    ["another format", new Uint8Array(text("id,name\n1,a\n2,b\n3,c\n")), /does not begin with PAR1/],
    ["a file that was cut short", good.slice(0, -20), /does not end with PAR1/],
    ["a file without its beginning", good.slice(20), /does not begin with PAR1/],
    ["an encrypted footer", changed(-4, ...text("PARE")), /it is encrypted/],
    [
      "a footer that is longer than the file",
      changed(-8, 0xff, 0xff, 0xff, 0x7f),
      /its footer should have 2147483655 bytes/,
    ],
    ["a footer of zeros", changed(-300, ...Array.from({ length: 292 }, () => 0)), /.*/],
    ["a footer of other bytes", changed(-300, ...Array.from({ length: 292 }, () => 0xff)), /.*/],
  ])("is refused: %s", async (_, bytes, words) => {
    const reading = rowsOf(parquet, fileOf(bytes, URI));
    await expect(reading).rejects.toMatchObject({ code: "DATASET_FILE_INVALID" });
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.toThrow(`The file ${URI} cannot be read as parquet`);
  });

  it("is refused where a file shrinks while it is read", async () => {
    const file = fileOf(good, URI);
    const short = {
      ...file,
      size: good.length,
      read: (range: { start: number; end: number } | undefined) =>
        fileOf(good).read(range && { ...range, end: Math.max(range.start, range.end - 1) }),
    };
    await expect(rowsOf(parquet, short as typeof file)).rejects.toThrow(/it has shrunk while it was read/);
  });

  it("never is anything but rows or an error with a code", async () => {
    const names = readdirSync(folder).filter((name) =>
      /^(codec|page|dict|delta|nested|names|row|dur)/.test(name),
    );
    let refusedOnes = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const random = randomOf(seed);
      const bytes = bytesOf((names[Math.floor(random() * names.length)] ?? "").replace(".parquet", ""));
      for (let i = 0; i < 4; i += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      try {
        await rowsOf(parquet, fileOf(bytes, URI));
      } catch (error) {
        refusedOnes += 1;
        expect(isFlytekitError(error) ? "a code" : `seed ${seed}: ${String(error)}`).toBe("a code");
      }
    }
    expect(refusedOnes).toBeGreaterThan(150);
  });
});

// Numbers from 0 to 1, the same for the same seed.
function randomOf(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    state ^= state >>> 12;
    return (state >>> 0) / 2 ** 32;
  };
}

describe("Parquet of large sizes", () => {
  it("is refused before anything of that size is made", async () => {
    // The header of the first page, behind the magic: its type, then its size after decompression as a varint.
    const page = good.indexOf(0x15, 4);
    const size = good.indexOf(0x15, page + 2);
    const bomb = changed(size + 1, 0xfe, 0xff, 0xff, 0xff, 0x0f);
    await expect(rowsOf(parquet, fileOf(bomb, URI))).rejects.toMatchObject({ code: "DATASET_FILE_INVALID" });
  });
});

describe("columns of Parquet", () => {
  it("are read alone: the bytes of others are not", async () => {
    const file = fileOf(bytesOf("wide"));
    expect(await rowsOf(parquet, file, { c299: t.optional(t.int()) })).toEqual([
      { c299: 299 },
      { c299: undefined },
    ]);
    const data = file.reads.filter(({ start, end }) => start > 4 && end < file.size);
    expect(data.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(500);
  });

  it.each([
    [
      "a string as an integer",
      "codec-snappy",
      { s: t.int() },
      /Column "s" of mem:\/\/file should be integer, but is a string/,
    ],
    [
      "an integer as a string",
      "codec-snappy",
      { i: t.string() },
      /Column "i" .* should be string, but is an integer/,
    ],
    ["a list as an integer", "nested", { l: t.int() }, /Column "l" .* should be integer, but is a list/],
    [
      "a part of a list",
      "nested",
      { ll: t.list(t.list(t.int())) },
      /Column "ll\[\]\[\]" .* should be integer/,
    ],
    [
      "a part of a record",
      "nested",
      { r: t.struct("R", { at: t.struct("A", { x: t.string() }) }) },
      /Column "r\.at\.x" .* should be string/,
    ],
    ["a field that is missing", "nested", { r: t.struct("R", { zip: t.int() }) }, /a record without "zip"/],
    ["decimals as a float", "decimal", { d: t.float() }, /should be float, but is a decimal/],
    ["decimals without a type", "decimal", undefined, /but is a decimal/],
    ["a column that is missing", "decimal", { x: t.int() }, /has no column "x"; its columns are "d"/],
    [
      "nothing for an integer",
      "codec-snappy",
      { i: t.int() },
      /rows\[0\]\.i should be integer, but was nothing/,
    ],
    [
      "integers that a number cannot hold",
      "integers",
      { int64: t.optional(t.int()) },
      /rows\[0\]\.int64 should be integer, but was/,
    ],
    [
      "unsigned integers beyond int64",
      "integers",
      { uint64: t.optional(t.int({ bigint: true })) },
      /rows\[2\]\.uint64 should be/,
    ],
    [
      "integers that a float cannot hold",
      "integers",
      { int64: t.optional(t.float()) },
      /rows\[0\]\.int64 should be float/,
    ],
    [
      "a duration that a number of milliseconds cannot hold",
      "duration-ns",
      { d: t.optional(t.duration()) },
      /rows\[1\]\.d should be duration/,
    ],
  ])("are refused: %s", async (_, name, columns, words) => {
    await expect(rowsOf(parquet, fileOf(bytesOf(name)), columns)).rejects.toThrow(words);
  });

  it.each([
    [
      "decimals as text",
      "decimal",
      { d: t.optional(t.string()) },
      ["1.10", "-12345678901234567890.01", "0.00", undefined],
    ],
    ["small decimals", "decimal-small", { d: t.string() }, ["1.1", "-99.9"]],
    ["times of day as text", "time", { t: t.string() }, ["01:02:03.000004", "23:59:59"]],
    ["whole floats as integers", "frame", { g: t.optional(t.int()) }, [1, undefined, 3]],
    ["integers as floats", "frame", { i: t.float() }, [1, 2, 3]],
    ["dates", "date", { d: t.optional(t.date()) }, ["2024-02-29", "1969-12-31", undefined]],
    [
      "dates as datetimes",
      "date",
      { d: t.optional(t.datetime()) },
      [new Date("2024-02-29"), new Date("1969-12-31"), undefined],
    ],
    [
      "integers beyond 2^53",
      "integers",
      { int64: t.optional(t.int({ bigint: true })) },
      [-(2n ** 63n), 0n, 2n ** 63n - 1n, undefined],
    ],
    [
      "nanoseconds",
      "timestamp-ns",
      { t: t.datetime({ exact: true }) },
      [
        { seconds: 0n, nanos: 0 },
        { seconds: 0n, nanos: 1 },
        { seconds: -1n, nanos: 999_999_999 },
        { seconds: 1_700_000_000n, nanos: 123_456_789 },
        { seconds: 9_223_372_036n, nanos: 854_775_807 },
      ],
    ],
    ["spans of time", "duration-us", { d: t.optional(t.duration()) }, [0, 0.001, -0.005, undefined, 86.4]],
    [
      "bytes",
      "binary",
      { b: t.optional(t.binary()) },
      [new Uint8Array([0, 255]), new Uint8Array(), undefined],
    ],
    [
      "maps",
      "nested",
      { m: t.optional(t.map(t.optional(t.int()))) },
      [{ a: 1, b: undefined }, {}, undefined, JSON.parse('{"__proto__":5}')],
    ],
  ])("are read: %s", async (_, name, columns, values) => {
    const rows = await rowsOf(parquet, fileOf(bytesOf(name)), columns);
    expect(rows.map((row) => Object.values(row)[0])).toEqual(values);
  });
});
