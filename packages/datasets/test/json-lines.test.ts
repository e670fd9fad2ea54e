import { t, type TypeLike } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { jsonl } from "../src/formats/jsonl.js";
import { fileOf } from "./support/file-of.js";
import { bytesOf, roundTrip, rowsOf } from "./support/rows-of.js";

const read = (text: string, columns?: Readonly<Record<string, TypeLike>>) =>
  rowsOf(jsonl, fileOf(new TextEncoder().encode(text), "mem://t.jsonl"), columns);
const textOf = async (...args: Parameters<typeof bytesOf>) => Buffer.from(await bytesOf(...args)).toString();

describe("JSON lines", () => {
  it("keep all values of declared columns", async () => {
    const columns = {
      i: t.int({ bigint: true }),
      f: t.float(),
      s: t.optional(t.string()),
      t: t.datetime({ exact: true }),
      d: t.duration(),
      m: t.map(t.list(t.boolean())),
      r: t.struct("R", { x: t.optional(t.int()) }),
    };
    const rows = [
      {
        i: 2n ** 63n - 1n,
        f: -0,
        s: undefined,
        t: { seconds: 1n, nanos: 7 },
        d: 1.5,
        m: { a: [true] },
        r: { x: 1 },
      },
      { i: -5n, f: 1e300, s: '"\n', t: { seconds: -1n, nanos: 0 }, d: 0, m: {}, r: { x: undefined } },
    ];
    expect(await textOf(jsonl, rows, columns)).toBe(
      [
        '{"i":9223372036854775807,"f":-0.0,"s":null,"t":"1970-01-01T00:00:01.000000007+00:00","d":0.0015,"m":{"a":[true]},"r":{"x":1}}',
        '{"i":-5,"f":1e+300,"s":"\\"\\n","t":"1969-12-31T23:59:59+00:00","d":0.0,"m":{},"r":{"x":null}}',
        "",
      ].join("\n"),
    );
    expect(await roundTrip(jsonl, rows, columns)).toEqual(rows);
  });

  it("keep what JSON has where no columns are declared", async () => {
    const rows = [
      { a: 1, b: [9007199254740993n, "#9007199254740993", 0.12345678901234568], c: null },
      { d: { e: true, "\u2028": "x" }, __proto__: { inherited: 1 } },
    ];
    expect(await roundTrip(jsonl, rows)).toEqual([rows[0], { d: { e: true, "\u2028": "x" } }]);
    expect(await textOf(jsonl, [{ t: new Date(0), b: new Uint8Array([255]) }])).toBe(
      '{"t":"1970-01-01T00:00:00.000Z","b":"/w=="}\n',
    );
  });

  it("may have blank lines, other keys, keys that are missing, and no end", async () => {
    const text = '{"a":1,"z":[]}\r\n\n  \n{}';
    expect(await read(text, { a: t.optional(t.int()) })).toEqual([{ a: 1 }, { a: undefined }]);
  });

  it.each([
    ["text that is not JSON", '{"a":1}\n\n{"a":', "DATASET_FILE_INVALID", /line 3 is not JSON/],
    ["a line that is no object", "[1]", "DATASET_FILE_INVALID", /line 1 is no object/],
    [
      "a string for an integer",
      '\n{"a":"1"}',
      "DATASET_ROW_INVALID",
      /\(line 2\), rows\[0\]\.a should be integer/,
    ],
    [
      "an integer that would be rounded",
      '{"a":9007199254740993}',
      "DATASET_ROW_INVALID",
      /rows\[0\]\.a should be integer/,
    ],
    [
      "a value that is missing",
      "{}",
      "DATASET_ROW_INVALID",
      /rows\[0\]\.a should be integer, but was nothing/,
    ],
  ])("are refused with %s", async (_, text, code, words) => {
    const reading = read(text, { a: t.int() });
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(words);
  });

  it.each([
    ["NaN", { a: [NaN] }, undefined, /rows\[0\]\.a\[0\] should be/],
    ["a function", { a: () => 1 }, undefined, /rows\[0\]\.a should be a value that JSON has/],
    ["NaN in a declared column", { a: NaN }, { a: t.float() }, /rows\[0\]\.a should be a finite float/],
  ])("cannot hold %s", async (_, row, columns, words) => {
    await expect(textOf(jsonl, [row], columns)).rejects.toThrow(words);
  });
});
