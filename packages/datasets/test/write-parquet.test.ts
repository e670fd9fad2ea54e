import { t, type TypeLike } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { parquet } from "../src/formats/parquet.js";
import { bytesOf, roundTrip } from "./support/rows-of.js";

const day = (text: string): Date => new Date(`${text}Z`);
const home = t.struct("Home", {
  city: t.optional(t.string()),
  at: t.optional(t.struct("At", { x: t.float() })),
});

const tables: Readonly<Record<string, readonly [TypeLike, readonly unknown[]]>> = {
  int: [t.int(), [0, -5, Number.MAX_SAFE_INTEGER]],
  bigint: [t.int({ bigint: true }), [2n ** 63n - 1n, -(2n ** 63n), 0n]],
  "optional int": [t.optional(t.int()), [1, undefined, 3]],
  float: [t.float(), [0.1, -0, NaN, Infinity, 5e-324]],
  "optional float": [t.optional(t.float()), [undefined, 1.5]],
  string: [t.string(), ["", "ü😀", "a\0b", "x".repeat(3000)]],
  "optional string": [t.optional(t.string()), ["", undefined, "a"]],
  boolean: [t.boolean(), [true, false]],
  "optional boolean": [t.optional(t.boolean()), [true, undefined]],
  datetime: [
    t.datetime(),
    [day("2024-05-01T12:00:00.123"), day("1969-12-31T23:59:59.999"), day("0001-01-01T00:00")],
  ],
  "optional datetime": [t.optional(t.datetime()), [undefined, day("2024-05-01T12:00")]],
  "exact datetime": [t.datetime({ exact: true }), [{ seconds: -1n, nanos: 5000 }]],
  duration: [t.duration(), [0, 1.5, -86_400_000]],
  "list of durations": [t.list(t.optional(t.duration())), [[1, undefined], []]],
  "map of durations": [t.map(t.duration()), [{ a: 5 }, {}]],
  "record of durations": [t.struct("D", { d: t.duration() }), [{ d: 7 }]],
  enum: [t.enum(["a", "b"]), ["b", "a", "a"]],
  list: [t.list(t.int()), [[1, 2], [], [3]]],
  "list of optionals": [t.list(t.optional(t.string())), [["a", undefined], [], [undefined]]],
  "optional list": [t.optional(t.list(t.int())), [undefined, [], [1]]],
  "list of lists": [t.list(t.list(t.int())), [[[1], []], [], [[2, 3]]]],
  map: [t.map(t.int()), [{ a: 1, b: 2 }, {}, JSON.parse('{ "__proto__": 3 }')]],
  "map of lists": [t.map(t.list(t.string())), [{ a: ["x"], b: [] }, {}]],
  record: [
    home,
    [
      { city: "a", at: { x: 1 } },
      { city: undefined, at: undefined },
    ],
  ],
  "optional record": [t.optional(home), [undefined, { city: "a", at: undefined }]],
  "list of records": [t.list(home), [[{ city: "a", at: { x: 1 } }], []]],
};

describe("Parquet", () => {
  it.each(Object.entries(tables))("keeps values: %s", async (_, [type, values]) => {
    const rows = values.map((value) => ({ x: value }));
    expect(await roundTrip(parquet, rows, { x: type })).toEqual(rows);
  });

  it("keeps many columns, row groups and rows in order", async () => {
    const columns = { id: t.int(), name: t.string(), more: t.optional(t.list(t.float())) };
    const rows = Array.from({ length: 150_000 }, (_, id) => {
      return { id, name: `n${id % 100}`, more: id % 3 === 0 ? undefined : [id] };
    });
    expect(await roundTrip(parquet, rows, columns)).toEqual(rows);
  });

  it("gives the bytes part by part", async () => {
    let parts = 0;
    const rows = Array.from({ length: 140_000 }, (_, id) => ({ id }));
    for await (const part of parquet.write(rows, undefined)) parts += part.length > 0 ? 1 : 0;
    expect(parts).toBeGreaterThan(3);
  });

  it("keeps no rows at all", async () => {
    expect(await roundTrip(parquet, [], { id: t.int() })).toEqual([]);
    expect(await roundTrip(parquet, [])).toEqual([]);
  });

  it("takes the columns of rows where none are declared", async () => {
    const rows = [
      {
        i: 1,
        f: 1,
        s: "a",
        b: true,
        t: new Date(5),
        l: [1, 2.5],
        r: { x: [1], y: null },
        m: { "a b": 1 },
        n: null,
      },
      {
        i: 2n ** 60n,
        f: 1.5,
        s: undefined,
        b: false,
        t: new Date(6),
        l: [],
        r: { x: [] },
        m: {},
        n: null,
        z: 1,
      },
    ];
    expect(await roundTrip(parquet, rows)).toEqual([
      {
        i: 1,
        f: 1,
        s: "a",
        b: true,
        t: new Date(5),
        l: [1, 2.5],
        r: { x: [1], y: undefined },
        m: { "a b": 1 },
        n: undefined,
        z: undefined,
      },
      {
        i: 2n ** 60n,
        f: 1.5,
        s: undefined,
        b: false,
        t: new Date(6),
        l: [],
        r: { x: [], y: undefined },
        m: {},
        n: undefined,
        z: 1,
      },
    ]);
  });

  it.each([
    [
      "a string for an integer",
      { x: t.int() },
      [{ x: 1 }, { x: "2" }],
      /rows\[1\]\.x should be integer, but was a string/,
    ],
    ["nothing", { x: t.int() }, [{ x: 1 }, {}], /rows\[1\]\.x should be integer, but was nothing/],
    ["a column that is not declared", { x: t.int() }, [{ x: 1, y: 2 }], /rows\[0\]\.y should be nothing/],
    ["a part of a list", { x: t.list(t.int()) }, [{ x: [1, 2.5] }], /rows\[0\]\.x\[1\] should be integer/],
    ["a part of a record", { x: home }, [{ x: { city: 3 } }], /rows\[0\]\.x\.city should be/],
    ["what is no row", { x: t.int() }, [{ x: 1 }, 5], /rows\[1\] should be an object/],
    [
      "a datetime that is finer than a microsecond",
      { x: t.datetime({ exact: true }) },
      [{ x: { seconds: 0n, nanos: 1 } }],
      /rows\[0\]\.x should be datetime .*, in whole microseconds/,
    ],
    ["half a surrogate pair", { x: t.string() }, [{ x: "\ud800" }], /rows\[0\]\.x should be string/],
    ["values of several kinds", undefined, [{ x: 1 }, { x: "a" }], /several kinds \(int, string\)/],
  ])("refuses %s", async (_, columns, rows, words) => {
    await expect(bytesOf(parquet, rows, columns)).rejects.toThrow(words);
  });
});

describe("dates and bytes", () => {
  it.each([
    ["date", t.date(), ["2024-02-29", "0001-01-01", "9999-12-31"]],
    ["bytes", t.binary(), [new Uint8Array([0, 255]), new Uint8Array()]],
    ["optional bytes", t.optional(t.binary()), [undefined, new Uint8Array([1])]],
    ["literal", t.literal(["a", "b"]), ["a", "b"]],
    ["literal integers", t.literal([1, 2]), [2, 1]],
  ])("are kept: %s", async (_, type, values) => {
    const rows = values.map((value: unknown) => ({ x: value }));
    expect(await roundTrip(parquet, rows, { x: type })).toEqual(rows);
  });
});
