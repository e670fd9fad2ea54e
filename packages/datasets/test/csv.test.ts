import { t, type TypeLike } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { csv } from "../src/formats/csv.js";
import { fileOf } from "./support/file-of.js";
import { bytesOf, roundTrip, rowsOf } from "./support/rows-of.js";

const textFile = (text: string) => fileOf(new TextEncoder().encode(text), "mem://t.csv");
const read = (text: string, columns?: Readonly<Record<string, TypeLike>>) =>
  rowsOf(csv, textFile(text), columns);
const textOf = async (...args: Parameters<typeof bytesOf>) => Buffer.from(await bytesOf(...args)).toString();

const all = {
  i: t.int(),
  f: t.float(),
  s: t.string(),
  b: t.boolean(),
  t: t.datetime(),
  d: t.duration({ exact: true }),
  l: t.list(t.int()),
  r: t.struct("R", { x: t.optional(t.float()) }),
};

describe("CSV", () => {
  it("is written as pandas writes it", async () => {
    const rows = [
      { i: 1, f: 2, s: 'a "b", c', b: true, t: new Date(1500), d: -1_000_000_000n, l: [1, 2], r: { x: 1 } },
      { i: -2, f: NaN, s: "", b: false, t: new Date(0), d: 93_784_000_005_000n, l: [], r: { x: undefined } },
    ];
    expect(await textOf(csv, rows, all)).toBe(
      [
        "i,f,s,b,t,d,l,r.x",
        '1,2.0,"a ""b"", c",True,1970-01-01 00:00:01.500000+00:00,-1 days +23:59:59,"[1,2]",1.0',
        '-2,NaN,"",False,1970-01-01 00:00:00+00:00,1 days 02:03:04.000005,[],',
        "",
      ].join("\n"),
    );
    expect(await roundTrip(csv, rows, all)).toEqual(rows);
  });

  it("is read with a byte order mark, any ends of lines, line breaks in fields, and blank lines", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = `\ufeffa,b${end}1,"x\ny"${end}${end}2,z`;
      expect(await read(text, { b: t.string(), a: t.int() })).toEqual([
        { b: "x\ny", a: 1 },
        { b: "z", a: 2 },
      ]);
    }
  });

  it("reads what pandas writes for missing values, and columns that are not declared as strings", async () => {
    const text = "i,f,s,b,t\n1.0,,,True,2024-05-01\n,inf,x,,2024-05-01T12:00:00.5+02:00\n";
    const columns = {
      i: t.optional(t.int()),
      f: t.optional(t.float()),
      s: t.optional(t.string()),
      b: t.optional(t.boolean()),
      t: t.datetime(),
    };
    expect(await read(text, columns)).toEqual([
      { i: 1, f: undefined, s: undefined, b: true, t: new Date("2024-05-01") },
      { i: undefined, f: Infinity, s: "x", b: undefined, t: new Date("2024-05-01T10:00:00.500Z") },
    ]);
    expect(await read(text)).toMatchObject([
      { i: "1.0", f: undefined },
      { i: undefined, f: "inf" },
    ]);
    expect(await read("s\n\n", { s: t.string() })).toEqual([{ s: "" }]);
  });

  it("keeps integers beyond 2^53, and refuses to round them", async () => {
    const text = "i\n9007199254740993\n";
    expect(await read(text, { i: t.int({ bigint: true }) })).toEqual([{ i: 9007199254740993n }]);
    await expect(read(text, { i: t.int() })).rejects.toThrow(/\(line 2\), rows\[0\]\.i should be integer/);
  });

  it("keeps missing values in a file of one column", async () => {
    const rows = [{ s: undefined }, { s: "a" }];
    const columns = { s: t.optional(t.string()) };
    expect(await textOf(csv, rows, columns)).toBe('s\n""\na\n');
    expect(await roundTrip(csv, rows, columns)).toEqual(rows);
    await expect(textOf(csv, [{ s: "" }], columns)).rejects.toThrow(
      /rows\[0\]\.s should be a string that is not empty/,
    );
  });

  it("has a column for each field of a record, as Flyte has", async () => {
    const at = t.struct("At", { x: t.optional(t.float()), note: t.string() });
    const columns = {
      id: t.int(),
      home: t.optional(t.struct("Home", { city: t.string(), at: t.optional(at) })),
    };
    const rows = [
      { id: 1, home: { city: "a", at: { x: 1.5, note: "" } } },
      { id: 2, home: { city: "b", at: undefined } },
      { id: 3, home: undefined },
    ];
    const text = 'id,home.city,home.at.x,home.at.note\n1,a,1.5,""\n2,b,,\n3,,,\n';
    expect(await textOf(csv, rows, columns)).toBe(text);
    expect(await read(text, columns)).toEqual(rows);
    await expect(read("id,home.city\n", columns)).rejects.toThrow(/no column "home\.at\.x"/);
  });

  it("takes the columns of the first rows where none are declared", async () => {
    expect(await textOf(csv, [{ a: 1, b: "x" }, { a: 2.5 }])).toBe("a,b\n1.0,x\n2.5,\n");
    expect(await textOf(csv, [])).toBe("");
    expect(await textOf(csv, [], { a: t.int() })).toBe("a\n");
    expect(await read("")).toEqual([]);
  });

  it("is streamed", async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `n,${id}` }));
    expect(await roundTrip(csv, rows, { id: t.int(), name: t.string() })).toEqual(rows);
  });

  it.each([
    ["a row with another number of fields", "a,b\n1,2\n3\n", "DATASET_FILE_INVALID", /line 3 has 1 fields/],
    ["quotes that do not end", 'a,b\n1,"2\n', "DATASET_FILE_INVALID", /is not CSV/],
    ["quotes in the middle", 'a,b\n1,x"y"\n', "DATASET_FILE_INVALID", /line 2 is not CSV/],
    ["two columns of one name", "a,a\n1,2\n", "DATASET_FILE_INVALID", /two columns "a"/],
    [
      "a column that is missing",
      "b\n1\n",
      "DATASET_COLUMN_MISSING",
      /has no column "a"; its columns are "b"/,
    ],
    ["no columns at all", "", "DATASET_COLUMN_MISSING", /it has no columns/],
    [
      "text for an integer",
      "a\nx\n",
      "DATASET_ROW_INVALID",
      /\(line 2\), rows\[0\]\.a should be integer, but was other text/,
    ],
    ["a fraction for an integer", "a\n1.5\n", "DATASET_ROW_INVALID", /rows\[0\]\.a/],
    [
      "nothing for an integer",
      "a,b\n,1\n",
      "DATASET_ROW_INVALID",
      /rows\[0\]\.a should be integer, but was nothing/,
    ],
  ])("is refused with %s", async (_, text, code, words) => {
    const reading = read(text, { a: t.int() });
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(words);
  });

  it("is refused if it is not UTF-8", async () => {
    const file = fileOf(new Uint8Array([97, 10, 0xff, 10]), "mem://latin.csv");
    await expect(rowsOf(csv, file)).rejects.toThrow(
      /mem:\/\/latin\.csv cannot be read as csv: it is not text in UTF-8/,
    );
  });
});
