import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { castability } from "../src/castability/castability.js";
import { explainCast } from "../src/castability/explain-cast.js";
import { dataset, FLOAT, INT, list, map, NONE, recordWith, STRING, union } from "./support/types.js";

const DEEP = 10_000;

function nested(outer: (type: idl.LiteralType) => idl.LiteralType, inner: idl.LiteralType): idl.LiteralType {
  let type = inner;
  for (let i = 0; i < DEEP; i += 1) type = outer(type);
  return type;
}

function nestedSchema(outer: (schema: object) => object, inner: object): idl.LiteralType {
  let schema = inner;
  for (let i = 0; i < DEEP; i += 1) schema = outer(schema);
  return recordWith({ title: "Deep", type: "object", properties: { v: schema } });
}

function both(
  from: idl.LiteralType,
  to: idl.LiteralType,
): readonly [verdict: string, words: string | undefined] {
  return [castability(from, to), explainCast(from, to)];
}

describe("types that nest deeper than any message", () => {
  it.each([
    ["lists", list],
    ["maps", map],
    ["unions", (type: idl.LiteralType) => union(type, NONE)],
    ["unions of one variant", (type: idl.LiteralType) => union(type)],
    ["datasets", (type: idl.LiteralType) => dataset("", { a: type })],
  ])("have an answer: %s", (_what, outer) => {
    const type = nested(outer, INT);
    expect(castability(type, nested(outer, INT))).toBe("castable");
    const [verdict, words] = both(type, nested(outer, FLOAT));
    expect(verdict).toBe("not-castable");
    expect(words?.length).toBeLessThan(500);
  });

  it.each([
    ["fields", (schema: object) => ({ type: "object", properties: { v: schema } })],
    ["items", (items: object) => ({ type: "array", items })],
    ["tuples", (item: object) => ({ type: "array", items: [item] })],
    ["members", (schema: object) => ({ anyOf: [schema, { type: "null" }] })],
    ["negations", (not: object) => ({ not })],
    [
      "conditions",
      (schema: object) => Object.fromEntries(["if", "then", "else"].map((each) => [each, schema])),
    ],
  ])("have an answer: %s of records", (what, outer) => {
    const type = nestedSchema(outer, { type: "integer" });
    expect(castability(type, nestedSchema(outer, { type: "integer" }))).toBe("castable");
    const [verdict, words] = both(type, nestedSchema(outer, { type: "number" }));
    const isCompared = what !== "negations" && what !== "conditions";
    expect(verdict).toBe(isCompared ? "not-castable" : "castable");
    expect(words === undefined).toBe(!isCompared);
  });

  it("have an answer: values of keywords", () => {
    let value: unknown = 1;
    for (let i = 0; i < DEEP; i += 1) value = [value];
    for (const keyword of ["default", "const"]) {
      const record = (title: string): idl.LiteralType => recordWith({ title, [keyword]: value });
      expect(castability(record("A"), record("A"))).toBe("castable");
      expect(castability(record("A"), record("B"))).toBe(
        keyword === "const" ? "crashes-backend" : "castable",
      );
    }
    expect(castability(recordWith({ enum: [value, [value]] }), recordWith({}))).toBe("not-castable");
  });

  it("have an answer: a chain of references", () => {
    const definitions: Record<string, object> = { [`d${DEEP}`]: { type: "integer" } };
    for (let i = 0; i < DEEP; i += 1) {
      definitions[`d${i}`] = { properties: { v: { $ref: `#/definitions/d${i + 1}` } } };
    }
    const record = (title: string): idl.LiteralType =>
      recordWith({ title, definitions, properties: { v: { $ref: "#/definitions/d0" } } });
    expect(castability(record("A"), record("B"))).toBe("castable");
  });
});

describe("types that multiply", () => {
  it("are compared once: unions in unions", () => {
    let [from, to] = [INT, INT];
    for (let i = 0; i < 100; i += 1) [from, to] = [union(from, list(from)), union(list(to), to)];
    expect(castability(from, to)).toBe("castable");
    let other = FLOAT;
    for (let i = 0; i < 100; i += 1) other = union(list(other), other);
    expect(castability(from, other)).toBe("not-castable");
  });

  it("are compared once: members in members, and parts that are used many times", () => {
    const grow = (title: string, type: string): idl.LiteralType => {
      let schema: object = { type };
      for (let i = 0; i < 100; i += 1) {
        const part = { type: "object", properties: { a: schema, b: schema }, required: ["a"] };
        schema = { anyOf: [part, { type: "null" }, { ...part, title: "again" }] };
      }
      return recordWith({ title, properties: { v: schema } });
    };
    expect(castability(grow("A", "integer"), grow("B", "integer"))).toBe("castable");
    expect(castability(grow("A", "integer"), grow("A", "integer"))).toBe("castable");
    expect(castability(grow("A", "integer"), grow("B", "number"))).toBe("not-castable");
  });

  it("are given up when they are far too large", () => {
    const members = (type: string): object[] =>
      Array.from({ length: 5000 }, (_, i) => ({ type, minimum: i, maximum: i }));
    const [from, to] = [recordWith({ anyOf: members("number") }), recordWith({ anyOf: members("string") })];
    expect(both(from, to)).toEqual(["not-castable", expect.stringContaining("too large to be compared")]);
    const many = (type: idl.LiteralType): idl.LiteralType =>
      union(...Array.from({ length: 5000 }, () => ({ ...type })));
    expect(both(many(INT), many(FLOAT))[0]).toBe("not-castable");
  });
});

describe("types that hold themselves", () => {
  it("crash the backend, or rather could not be sent to it", () => {
    const [from, to] = [list(INT), list(INT)];
    for (const type of [from, to]) if (type.type?.$case === "collectionType") type.type.value = type;
    expect(both(from, to)).toEqual(["crashes-backend", expect.stringContaining("never ends")]);
  });

  it("are no schemas of records, and have an answer all the same", () => {
    const loop = (title: string): idl.LiteralType => {
      const schema: Record<string, unknown> = { title, type: "object" };
      schema["properties"] = { self: schema };
      return { ...recordWith({}), metadata: schema };
    };
    expect(castability(loop("A"), loop("B"))).toBe("crashes-backend");
    expect(["castable", "not-castable"]).toContain(castability(loop("A"), loop("A")));
  });
});

describe("types that lack what their interfaces promise", () => {
  const broken = [
    {},
    { type: {} },
    { type: { $case: "simple" } },
    { type: { $case: "collectionType" } },
    { type: { $case: "mapValueType" } },
    { type: { $case: "unionType" } },
    { type: { $case: "unionType", value: {} } },
    { type: { $case: "unionType", value: { variants: [undefined] } } },
    { type: { $case: "unionType", value: { variants: [null, {}] } } },
    { type: { $case: "enumType" } },
    { type: { $case: "enumType", value: { values: [1, null] } } },
    { type: { $case: "blob" } },
    { type: { $case: "schema" } },
    { type: { $case: "schema", value: { columns: [{}, undefined, { type: 99 }] } } },
    { type: { $case: "structuredDatasetType" } },
    { type: { $case: "structuredDatasetType", value: { columns: [{}, null], format: 1 } } },
    { type: { $case: "somethingNew", value: 1 } },
    { type: { $case: "simple", value: 9 }, metadata: null },
    { type: { $case: "simple", value: 9 }, metadata: "text" },
    { type: { $case: "simple", value: 9 }, metadata: [1] },
    { type: { $case: "simple", value: 9 }, metadata: { title: 1, type: { a: undefined } } },
    { type: { $case: "simple", value: 9 }, metadata: { x: 1n, y: () => 1, z: new Date(0), n: NaN } },
    { type: { $case: "simple", value: 9 }, structure: {} },
    { type: { $case: "simple", value: 9 }, structure: { tag: 5 } },
    undefined,
    null,
    INT,
    STRING,
  ] as unknown as idl.LiteralType[];

  it("have an answer, and words for it", () => {
    for (const from of broken) {
      for (const to of broken) {
        const [verdict, words] = both(from, to);
        expect(["castable", "not-castable", "crashes-backend"]).toContain(verdict);
        expect(words === undefined || words.length > 10).toBe(true);
        expect(words === undefined).toBe(verdict === "castable");
      }
    }
  });
});

describe("names that are long, or names of objects' own", () => {
  it("are fields like others, and cut in words", () => {
    const long = "n".repeat(1_000_000);
    for (const name of [long, "__proto__", "constructor", "hasOwnProperty", ""]) {
      const schema = (title: string, type: string): idl.LiteralType =>
        recordWith(JSON.parse(JSON.stringify({ title, properties: { [name]: { type } }, required: [name] })));
      expect(castability(schema("A", "integer"), schema("B", "integer"))).toBe("castable");
      const [verdict, words] = both(schema("A", "integer"), schema("B", "string"));
      expect(verdict).toBe("not-castable");
      expect(words?.length).toBeLessThan(200);
      expect(castability(recordWith({ title: "A" }), schema("B", "integer"))).toBe("not-castable");
    }
  });
});
