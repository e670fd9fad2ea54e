import { describe, expect, it } from "vitest";

import { caught } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  roundTrip,
  roundTripPacked,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { jsonRows } from "../../test/support/json-rows.js";
import { memoryStore } from "../../test/support/memory-store.js";
import { SimpleType } from "../literals/idl-enums.js";
import { scalarLiteral } from "../literals/literal.js";
import { simpleType } from "../literals/literal-type.js";
import type { Dataset } from "../types/kinds/handles.js";
import type { TypeLike } from "../types/infer.js";
import type { ValueStore } from "../types/value-store.js";
import { t } from "./t.js";

const untyped = (value: unknown): never => value as never;
const columnsOf = (type: TypeLike): unknown => {
  const { type: kind } = transformerOf(type).literalType;
  if (kind?.$case !== "structuredDatasetType") return kind?.$case;
  return kind.value.columns.map(({ name, literalType }) => [name, literalType?.type]);
};
const simple = (value: keyof typeof SimpleType): unknown => ({ $case: "simple", value: SimpleType[value] });
const people = t.dataset({ columns: { id: t.int(), name: t.string() }, format: "rows", formats: [jsonRows] });

describe("t.dataset", () => {
  it("has the columns in order, and flattens records as flytekit does", () => {
    const home = t.struct("Home", { city: t.string(), at: t.struct("At", { x: t.float() }) });
    const type = t.dataset({
      columns: {
        id: t.int(),
        home,
        gone: t.optional(home),
        seen: t.optional(t.datetime()),
        tags: t.list(t.optional(t.string())),
        sizes: t.map(t.int()),
      },
    });
    expect(columnsOf(type)).toEqual([
      ["id", simple("INTEGER")],
      ["home.city", simple("STRING")],
      ["home.at.x", simple("FLOAT")],
      ["gone.city", simple("STRING")],
      ["gone.at.x", simple("FLOAT")],
      ["seen", simple("DATETIME")],
      ["tags", { $case: "collectionType", value: simpleType(SimpleType.STRING) }],
      ["sizes", { $case: "mapValueType", value: simpleType(SimpleType.INTEGER) }],
    ]);
  });

  it.each([
    ["an option that is none", { column: {} }, "OPTION_UNKNOWN"],
    ["no object", 3, "OPTIONS_NOT_AN_OBJECT"],
    ["an empty format", { format: "" }, "OPTION_INVALID"],
    ["columns that are a type", { columns: t.struct("S", { x: t.int() }) }, "OPTION_INVALID"],
    ["a column that is no type", { columns: { x: "int" } }, "TYPE_UNKNOWN"],
    ["a column of errors", { columns: { x: t.error() } }, "OPTION_INVALID"],
    ["a column of datasets", { columns: { x: t.list(t.dataset()) } }, "OPTION_INVALID"],
    ["a column with a default", { columns: { x: t.int().default(3) } }, "OPTION_INVALID"],
    ["formats by name", { formats: ["parquet"] }, "OPTION_INVALID"],
  ])("refuses %s", (_, options, code) => {
    expect(caught(() => t.dataset(untyped(options))).code).toBe(code);
  });

  it("keeps place and format, inside a record too", () => {
    const plain = { uri: "s3://b/t", format: "parquet" };
    expect(roundTrip(t.dataset(), plain)).toMatchObject(plain);
    expect(roundTripPacked(t.dataset(), plain)).toMatchObject(plain);
    expect(roundTrip(t.dataset(), "s3://b/t.csv")).toMatchObject({ uri: "s3://b/t.csv", format: "csv" });
    expect(roundTrip(t.dataset(), "s3://b/t")).toMatchObject({ format: "" });
    expect(roundTrip(t.dataset({ format: "csv" }), new URL("s3://b/t"))).toMatchObject({
      uri: "s3://b/t",
      format: "csv",
    });
    expect(roundTrip(t.dataset(), new URL("file:///a%20b/t"))).toMatchObject({ uri: "/a b/t" });
    const record = t.struct("R", { data: t.dataset() });
    expect(hexOf(toLiteral(record, { data: plain }))).toBe(
      Buffer.from("\x81\xa4data\x82\xa3uri\xa8s3://b/t\xabfile_format\xa7parquet", "latin1").toString("hex"),
    );
  });

  it("compares formats as Flyte does", () => {
    expect(roundTrip(t.dataset({ format: "CSV" }), { uri: "s3://b/t", format: "csv" })).toMatchObject({
      format: "csv",
    });
    const parquet = toLiteral(t.dataset({ format: "parquet" }), "s3://b/t");
    expect(caught(() => fromLiteral(t.dataset({ format: "csv" }), parquet)).text).toBe(
      "The value should be dataset in csv, but was a dataset in parquet.",
    );
  });

  it("passes the columns of a literal on if it declares none, and its own if it does", () => {
    const wide = toLiteral(people, "s3://b/t");
    const again = toLiteral(t.dataset(), fromLiteral(t.dataset(), wide));
    expect(again).toEqual(wide);
    const narrow = t.dataset({ columns: { id: t.int() } });
    expect(toLiteral(narrow, fromLiteral(narrow, wide))).toEqual(
      toLiteral(narrow, { uri: "s3://b/t", format: "rows" }),
    );
  });

  it("reads the older form, a schema, as parquet", () => {
    const schema = scalarLiteral({
      $case: "schema",
      value: { uri: "s3://b/s", type: { columns: [{ name: "id", type: 0 }] } },
    });
    const value = fromLiteral(t.dataset(), schema);
    expect(value).toMatchObject({ uri: "s3://b/s", format: "parquet" });
    expect(toLiteral(t.dataset(), value)).toEqual(
      toLiteral(t.dataset({ columns: { id: t.int() }, format: "parquet" }), "s3://b/s"),
    );
  });

  it.each([
    ["a number", 3],
    ["nothing", undefined],
    ["an empty string", ""],
    ["bytes", new Uint8Array(2)],
    ["a place without a format that is a string", { uri: "s3://b/t", format: 3 }],
  ])("refuses %s", (_, value) => {
    expect(caught(() => toLiteral(t.dataset(), value)).code).toBe("VALUE_TYPE_MISMATCH");
  });

  it("refuses rows as a constant, and says why", () => {
    const error = caught(() => toLiteral(people, [{ id: 1, name: "a" }]));
    expect(error.hint).toMatch(/^Let a task return the rows/);
  });

  it("refuses records without a place", () => {
    expect(caught(() => fromLiteral(t.dataset(), packedOf({ file_format: "csv" }))).text).toMatch(
      /without `uri`/,
    );
  });
});

const packedOf = (value: Record<string, string>) =>
  toLiteral(t.struct("P", Object.fromEntries(Object.keys(value).map((key) => [key, t.string()]))), value);

async function stored(type: TypeLike, value: unknown, store: ValueStore): Promise<Dataset> {
  const transformer = transformerOf(type);
  const storing = transformer.storing?.(value);
  const literal = toLiteral(type, storing === undefined ? value : await storing(store));
  return (await transformer.load?.(fromLiteral(type, literal), store)) as Dataset;
}

async function all(rows: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe("rows of a dataset", () => {
  const rows = [
    { id: 1, name: "a" },
    { id: 2, name: "b" },
    { id: 3, name: "c" },
  ];

  it.each([
    ["an array", () => rows],
    ["a generator", () => rows.values()],
    [
      "an async generator",
      async function* () {
        for (const row of rows) yield await Promise.resolve(row);
      },
    ],
  ])("are written from %s into a folder, and read again", async (_, make) => {
    const { store, texts } = memoryStore();
    const dataset = await stored(people, make(), store);
    expect(Object.keys(texts())).toEqual(["mem://new/1/part.rows"]);
    expect(dataset).toMatchObject({ uri: "mem://new/1", format: "rows" });
    expect(await all(dataset.rows())).toEqual(rows);
  });

  it("are read from all files of a folder in order, without hidden ones, and only the declared columns", async () => {
    const { store } = memoryStore({
      "mem://d/t/part-1": '{"id":2,"name":"b"}',
      "mem://d/t/part-0": '{"id":1,"name":"a"}',
      "mem://d/t/_SUCCESS": "",
      "mem://d/t/.part-0.crc": "x",
      "mem://d/t/_delta_log/0.rows": "x",
      "mem://d/table": '{"id":9}',
    });
    const narrow = t.dataset({ columns: { id: t.int() }, format: "rows", formats: [jsonRows] });
    for (const uri of ["mem://d/t", "mem://d/t/"])
      expect(await all((await stored(narrow, uri, store)).rows())).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("are written by no one before the preparation is called", () => {
    const { texts } = memoryStore();
    transformerOf(people).storing?.(rows);
    expect(texts()).toEqual({});
  });

  it("leave a place that is given as it is", async () => {
    const { store, texts } = memoryStore({ "mem://d/t.rows": '{"id":1,"name":"a"}' });
    const first = await stored(people, "mem://d/t.rows", store);
    const second = await stored(people, first, store);
    expect(second.uri).toBe("mem://d/t.rows");
    expect(Object.keys(texts())).toEqual(["mem://d/t.rows"]);
    expect(await all(second.rows())).toHaveLength(1);
  });

  it.each([
    ["an unknown format", "mem://d/t.csv", "DATASET_FORMAT_UNKNOWN"],
    ["a place with nothing", "mem://d/none.rows", "DATASET_NOT_FOUND"],
    ["folders that are columns", "mem://d/years", "DATASET_PARTITIONED"],
  ])("are refused for %s", async (_, uri, code) => {
    const { store } = memoryStore({ "mem://d/t.csv": "a", "mem://d/years/year=2024/0.rows": "{}" });
    const dataset = await stored(t.dataset({ formats: [jsonRows] }), uri, store);
    await expect(all(dataset.rows())).rejects.toMatchObject({ code });
  });

  it("need a format that can write them", async () => {
    const { store } = memoryStore();
    await expect(stored(t.dataset({ format: "csv" }), rows, store)).rejects.toMatchObject({
      code: "VALUE_NOT_STORED",
      cause: { code: "DATASET_FORMAT_UNKNOWN" },
    });
    await expect(stored(t.dataset(), rows, store)).rejects.toThrow(/"parquet"/);
  });

  it("need a runner to be read", async () => {
    const dataset = roundTrip(people, "mem://d/t") as Dataset;
    await expect(all(dataset.rows())).rejects.toMatchObject({ code: "DATASET_NOT_LOADED" });
  });
});
