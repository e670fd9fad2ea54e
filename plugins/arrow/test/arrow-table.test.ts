import { t } from "@flytekit-ts/core";
import { localStore } from "@flytekit-ts/core/storage";
import { checkType, resolveType, type TypeLike } from "@flytekit-ts/core/types";
import { dataset } from "@flytekit-ts/datasets";
import {
  Binary,
  Bool,
  DateDay,
  DurationMicrosecond,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  List,
  Struct,
  type Table,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { arrowTable } from "../src/entries/index.js";

const table = (columns: Parameters<typeof tableFromArrays>[0]) => tableFromArrays(columns) as Table;
const said = (value: Table): unknown => [
  value.schema.fields.map(({ name, type, nullable }) => [name, String(type), nullable]),
  value
    .toArray()
    .map((row) => JSON.stringify(row, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part))),
];

async function roundTrip(type: TypeLike, value: unknown): Promise<Table> {
  const { transformer } = resolveType(type, "a test");
  const store = localStore();
  const literal = transformer.toLiteral(await transformer.storing?.(value)?.(store));
  return (await transformer.load?.(transformer.fromLiteral(literal), store)) as Table;
}

const people = arrowTable({ columns: { id: t.int(), name: t.string(), score: t.optional(t.float()) } });
const sample = new (table({ id: [1n] }).constructor as new (columns: object) => Table)({
  id: vectorFromArray([1n, 2n ** 60n], new Int64()),
  name: vectorFromArray(["a", "ü"], new Utf8()),
  score: vectorFromArray([1.5, null]),
});

describe("arrowTable", () => {
  it("is a dataset in Parquet for Flyte", () => {
    const columns = { id: t.int(), name: t.string(), score: t.optional(t.float()) };
    const wanted = resolveType(dataset({ columns, format: "parquet" }), "a test").transformer;
    const { literalType, tag } = resolveType(people, "a test").transformer;
    expect(literalType).toEqual(wanted.literalType);
    expect(tag).toBe(wanted.tag);
  });

  it("keeps its promises", async () => {
    const read = await roundTrip(people, sample);
    await checkType(people, [read], {
      equal: (one, other) => JSON.stringify(said(one)) === JSON.stringify(said(other)),
    });
  });

  it("keeps tables of declared columns, and only these", async () => {
    const read = await roundTrip(arrowTable({ columns: { name: t.string(), id: t.int() } }), sample);
    expect(said(read)).toEqual([
      [
        ["name", "Utf8", false],
        ["id", "Int64", false],
      ],
      ['{"name":"a","id":"1n"}', `{"name":"ü","id":"${2n ** 60n}n"}`],
    ]);
  });

  it("keeps what the columns of a table are where none are declared", async () => {
    const value = new (sample.constructor as new (columns: object) => Table)({
      i: vectorFromArray([1, null], new Int32()),
      f: vectorFromArray([1.5, null], new Float32()),
      b: vectorFromArray([true, false], new Bool()),
      t: vectorFromArray([new Date(1500), null], new TimestampMillisecond()),
      d: vectorFromArray([new Date("2024-02-29"), null], new DateDay()),
      s: vectorFromArray([7n, -5n], new DurationMicrosecond()),
      c: vectorFromArray(["x", "x"]),
      l: vectorFromArray([[1n, 2n], []], new List(new Field("item", new Int64(), true))),
      r: vectorFromArray(
        [
          { x: 1.5, y: "a" },
          { x: 2.5, y: "b" },
        ],
        new Struct([new Field("x", new Float64(), true), new Field("y", new Utf8(), true)]),
      ),
      bytes: vectorFromArray([new Uint8Array([1, 255]), null], new Binary()),
    });
    const read = await roundTrip(arrowTable(), value);
    expect(read.schema.fields.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      "i: Int64",
      "f: Float64",
      "b: Bool",
      "t: Timestamp<MICROSECOND, UTC>",
      "d: Date32<DAY>",
      "s: Duration<MICROSECOND>",
      "c: Utf8",
      "l: List<Int64>",
      "r: Struct<{x:Float64, y:Utf8}>",
      "bytes: Binary",
    ]);
    const rows = read.toArray().map((row) => row.toJSON());
    expect(rows[0]).toMatchObject({
      i: 1n,
      f: 1.5,
      b: true,
      t: 1500,
      s: 7n,
      c: "x",
      bytes: new Uint8Array([1, 255]),
    });
    expect(rows[1]).toMatchObject({ i: null, f: null, b: false, t: null, d: null, s: -5n, bytes: null });
    expect(Number(rows[0]?.["d"])).toBe(Date.UTC(2024, 1, 29));
    expect(Array.from(Object(rows[0]?.["l"]) as Iterable<bigint>)).toEqual([1n, 2n]);
    // What Arrow has of its own accord is whole: another program reads it.
    expect(said(tableFromIPC(tableToIPC(read)))).toEqual(said(read));
  });

  it("keeps a table without rows", async () => {
    const read = await roundTrip(people, sample.slice(0, 0));
    expect([read.numRows, read.numCols]).toEqual([0, 3]);
  });

  it("passes a place on", async () => {
    const { transformer } = resolveType(people, "a test");
    expect(transformer.fromLiteral(transformer.toLiteral("s3://b/t"))).toMatchObject({ uri: "s3://b/t" });
  });

  it.each([
    ["a table without a declared column", people, table({ id: [1n] }), /a column "name"/],
    [
      "a value that is missing",
      arrowTable({ columns: { score: t.float() } }),
      sample,
      /rows\[1\]\.score should be float, but was nothing/,
    ],
    [
      "a column of another type",
      arrowTable({ columns: { name: t.int() } }),
      sample,
      /rows\[0\]\.name should be/,
    ],
  ])("refuses %s", async (_, type, value, words) => {
    await expect(roundTrip(type, value)).rejects.toThrow(words);
  });

  it("refuses a table as a constant", () => {
    expect(() => resolveType(people, "a test").transformer.toLiteral(sample)).toThrow(/Arrow table/);
  });
});
