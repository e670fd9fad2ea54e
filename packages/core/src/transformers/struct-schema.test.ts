import { describe, expect, it } from "vitest";

import { hexOf, toLiteral, transformerOf } from "../../test/support/convert.js";
import { t } from "../makers/t.js";

// What flytekit 1.16 writes for this dataclass and value.
const inner = t.struct("In", { n: t.int().default(3) });
const all = t.struct("All", {
  i: t.int(),
  f: t.float(),
  s: t.string(),
  b: t.boolean(),
  at: t.datetime({ exact: true }),
  took: t.duration(),
  color: t.enum(["red", "green"]),
  inner,
  maybe: t.optional(t.float()),
  many: t.list(t.datetime()).default([]),
  spans: t.map(t.duration()).default({}),
  when: t.datetime({ exact: true }).default({ seconds: 1_704_164_645n, nanos: 6000 }),
  wait: t.duration().default(1500),
  shade: t.enum(["red", "green"]).default("green"),
  ratio: t.float().default(1),
  opt: t.optional(t.int()).default(5),
});

const dateTime = { type: "string", format: "date-time" };
const timeDelta = { type: "number", format: "time-delta" };

describe("structSchema", () => {
  it("is the one that flytekit writes for a dataclass", () => {
    expect(transformerOf(all).jsonSchema).toEqual({
      type: "object",
      title: "All",
      properties: {
        i: { type: "integer" },
        f: { type: "number" },
        s: { type: "string" },
        b: { type: "boolean" },
        at: dateTime,
        took: timeDelta,
        color: { enum: ["red", "green"] },
        inner: {
          type: "object",
          title: "In",
          properties: { n: { type: "integer", default: 3 } },
          additionalProperties: false,
        },
        maybe: { anyOf: [{ type: "number" }, { type: "null" }], default: null },
        many: { type: "array", items: dateTime },
        spans: { type: "object", additionalProperties: timeDelta, propertyNames: { type: "string" } },
        when: { ...dateTime, default: "2024-01-02T03:04:05.000006+00:00" },
        wait: { ...timeDelta, default: 1.5 },
        shade: { enum: ["red", "green"], default: "green" },
        ratio: { type: "number", default: 1 },
        opt: { anyOf: [{ type: "integer" }, { type: "null" }], default: 5 },
      },
      additionalProperties: false,
      required: ["i", "f", "s", "b", "at", "took", "color", "inner"],
    });
  });

  it("goes with bytes that are flytekit's too", () => {
    const value = {
      ...{ i: 1, f: 2, s: "s", b: true, took: -1250, color: "red", inner: {} },
      at: { seconds: -1n, nanos: 999_999_000 },
      many: [new Date("0001-01-01T00:00:00Z")],
      spans: { a: 86_400_000 },
    };
    expect(hexOf(toLiteral(all, value))).toBe(
      "de0010a16901a166cb4000000000000000a173a173a162c3a26174d920313936392d31322d33315432333a35393a35392e3939393939392b" +
        "30303a3030a4746f6f6bcbbff4000000000000a5636f6c6f72a3726564a5696e6e657281a16e03a56d61796265c0a46d616e7991b930303031" +
        "2d30312d30315430303a30303a30302b30303a3030a57370616e7381a161cb40f5180000000000a47768656ed920323032342d30312d3032" +
        "5430333a30343a30352e3030303030362b30303a3030a477616974cb3ff8000000000000a57368616465a5677265656ea5726174696fcb3f" +
        "f0000000000000a36f707405",
    );
  });

  it("has no default that JSON cannot hold", () => {
    const { jsonSchema } = transformerOf(
      t.struct("R", { x: t.float().default(NaN), y: t.int({ bigint: true }).default(1n) }),
    );
    expect(jsonSchema?.["properties"]).toEqual({ x: { type: "number" }, y: { type: "integer", default: 1 } });
  });

  it("requires a union that names none among its types, as Python's Optional without a default", () => {
    const type = t.struct("R", {
      spelled: t.union([t.int(), t.none()]),
      given: t.union([t.int(), t.none()]).default(undefined),
      left: t.optional(t.int()),
      both: t.optional(t.union([t.int(), t.none()])),
    });
    const int = { anyOf: [{ type: "integer" }, { type: "null" }] };
    expect(transformerOf(type).jsonSchema).toEqual({
      type: "object",
      title: "R",
      properties: {
        spelled: int,
        given: { ...int, default: null },
        left: { ...int, default: null },
        both: { ...int, default: null },
      },
      additionalProperties: false,
      required: ["spelled"],
    });
    expect(hexOf(toLiteral(type, { spelled: 1 }))).toBe(
      "84a77370656c6c656401a5676976656ec0a46c656674c0a4626f7468c0",
    );
  });
});
