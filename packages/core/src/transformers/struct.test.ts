import { runInNewContext } from "node:vm";

import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  inUnion,
  packed,
  primitive,
  roundTrip,
  struct,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { runtimeType } from "../types/runtime-type.js";
import { t } from "../makers/t.js";

const person = t.struct("Person", {
  name: t.string(),
  age: t.int(),
  nick: t.optional(t.string()),
  tags: t.list(t.string()).default(["new"]),
});
const ada = { name: "Ada", age: 36 };

describe("structTransformer", () => {
  it("fills in defaults and none, in declared order", () => {
    const value = { tags: ["x"], age: 36, name: "Ada" };
    expect(hexOf(toLiteral(person, ada))).toBe(
      "84 a46e616d65 a3416461 a3616765 24 a46e69636b c0 a474616773 91a36e6577".replaceAll(" ", ""),
    );
    expect(Object.keys(roundTrip(person, value) as object)).toEqual(["name", "age", "nick", "tags"]);
    expect(roundTrip(person, value)).toEqual({ ...value, nick: undefined });
  });

  it.each([undefined, null])("takes %s for an optional field, and only undefined for a default", (none) => {
    expect(roundTrip(person, { ...ada, nick: none, tags: undefined })).toEqual({
      ...ada,
      nick: undefined,
      tags: ["new"],
    });
    expect(refusal(() => toLiteral(person, { ...ada, tags: null }))).toBe(
      "VALUE_TYPE_MISMATCH: .tags should be list of string, but was null.",
    );
  });

  it("writes none where an optional field with a default is given null", () => {
    const record = t.struct("R", { x: t.optional(t.int()).default(5) });
    expect(roundTrip(record, {})).toEqual({ x: 5 });
    expect(roundTrip(record, { x: null })).toEqual({ x: undefined });
  });

  it("gives each reader a default of its own", () => {
    const first = fromLiteral(person, packed("82 a46e616d65 a161 a3616765 01")) as { tags: string[] };
    first.tags.push("changed");
    expect(fromLiteral(person, packed("82 a46e616d65 a161 a3616765 01"))).toMatchObject({ tags: ["new"] });
  });

  it.each([
    [{ name: "Ada" }, ".age should be integer, but was nothing"],
    [{ ...ada, age: "36" }, ".age should be integer, but was a string"],
    [{ ...ada, agee: 1 }, ".agee should be nothing (record Person has no such field), but was a value"],
    [{ ...ada, "a b": 1 }, '["a b"] should be nothing (record Person has no such field), but was a value'],
    [{ ...ada, tags: ["a", 1] }, ".tags[1] should be string, but was the number 1"],
    [
      JSON.parse('{ "__proto__": 1 }'),
      ".__proto__ should be nothing (record Person has no such field), but was a value",
    ],
    [null, "The value should be record Person, but was null"],
    [[ada], "The value should be record Person, but was an array"],
    ["Ada", "The value should be record Person, but was a string"],
  ])("refuses %j", (value, text) => {
    expect(refusal(() => toLiteral(person, value))).toBe(`VALUE_TYPE_MISMATCH: ${text}.`);
  });

  it.each([
    ["a Date", new Date()],
    ["a Map", new Map()],
    ["bytes", new Uint8Array(1)],
    ["an Error", new Error("x")],
  ])("does not take %s for a record whose fields are all optional", (_what, value) => {
    expect(refusal(() => toLiteral(t.struct("Loose", { x: t.optional(t.int()) }), value))).toMatch(
      /should be record Loose/,
    );
  });

  it("takes objects of the author's classes, without a prototype, and of another realm", () => {
    class Person {
      name = "Ada";
      age = 36;
    }
    for (const value of [
      new Person(),
      Object.assign(Object.create(null), ada),
      runInNewContext('({ name: "Ada", age: 36 })'),
    ]) {
      expect(roundTrip(person, value)).toMatchObject(ada);
    }
  });

  it("takes getters and what a class inherits for fields", () => {
    class Named {
      get name() {
        return "Ada";
      }
    }
    class Person extends Named {
      age = 36;
      get nick() {
        return "A";
      }
      override toString() {
        return "no field";
      }
    }
    expect(roundTrip(person, new Person())).toMatchObject({ name: "Ada", age: 36, nick: "A" });
    expect(roundTrip(person, Object.create({ ...ada }))).toMatchObject(ada);
    const literal = {
      age: 36,
      get name() {
        return "Ada";
      },
    };
    expect(roundTrip(person, literal)).toMatchObject(ada);
    expect(refusal(() => toLiteral(t.struct("R", { nick: t.int() }), new Person()))).toMatch(
      /\.age should be nothing/,
    );
  });

  it.each([
    ["an array", []],
    ["a Map", new Map()],
    ["a Date", new Date(0)],
    ["an Error", new Error("x")],
    ["bytes", new Uint8Array(1)],
  ])("does not take %s that calls itself an object", (_what, value) => {
    Object.defineProperty(value, Symbol.toStringTag, { value: "Object" });
    expect(refusal(() => toLiteral(t.struct("Loose", { x: t.optional(t.int()) }), value))).toMatch(
      /should be record Loose/,
    );
  });

  it("takes as many fields as an author declares", () => {
    const fields = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, i) => [`f${i}`, t.optional(t.int())]),
    );
    expect(() => t.struct("Wide", fields)).not.toThrow();
  });

  it("does not take what every object inherits for a field", () => {
    expect(refusal(() => toLiteral(t.struct("R", { toString: t.string() }), {}))).toMatch(
      /\.toString should be string, but was nothing/,
    );
    expect(roundTrip(t.struct("R", { constructor: t.int() }), { constructor: 1 })).toEqual({
      constructor: 1,
    });
  });

  it("passes over fields that it does not know, whatever they and their keys are", () => {
    const unknown = "85 a46e616d65 a3416461 a178 92 01 81a17902 c3 9101 92 01 02 c0 a3616765 24";
    expect(fromLiteral(person, packed(unknown))).toMatchObject(ada);
  });

  it("fills in what an older writer left out, and says which required field is missing", () => {
    expect(fromLiteral(person, packed("82 a46e616d65 a3416461 a3616765 24"))).toEqual({
      ...ada,
      nick: undefined,
      tags: ["new"],
    });
    expect(refusal(() => fromLiteral(person, packed("81 a46e616d65 a3416461")))).toBe(
      "VALUE_TYPE_MISMATCH: .age should be integer, but was nothing.",
    );
    expect(refusal(() => fromLiteral(person, packed("82 a46e616d65 c0 a3616765 24")))).toBe(
      "VALUE_TYPE_MISMATCH: .name should be string, but was a MessagePack nil.",
    );
  });

  it("takes the last of two equal keys, as Python does", () => {
    expect(fromLiteral(t.struct("R", { x: t.int() }), packed("82 a178 01 a178 02"))).toEqual({ x: 2 });
  });

  it("reads what the console sends: a Struct, whose numbers are all floats", () => {
    const record = t.struct("Form", {
      n: t.int(),
      f: t.float(),
      at: t.datetime(),
      took: t.duration(),
      kind: t.enum(["a"]),
      rows: t.list(person),
      by: t.map(t.int()),
      none: t.optional(t.int()),
    });
    const form = {
      n: 3,
      f: 3,
      at: "1970-01-01T00:00:01Z",
      took: 1.5,
      kind: "a",
      rows: [ada],
      by: { k: 1 },
      none: null,
    };
    expect(fromLiteral(record, struct(form))).toEqual({
      ...form,
      at: new Date(1000),
      took: 1500,
      rows: [{ ...ada, nick: undefined, tags: ["new"] }],
      none: undefined,
    });
    expect(refusal(() => fromLiteral(record, struct({ ...form, n: 3.5 })))).toMatch(
      /: \.n should be integer, but was the MessagePack float 3\.5/,
    );
  });

  it("reads a record in a union", () => {
    expect(fromLiteral(person, inUnion(toLiteral(person, ada)))).toMatchObject(ada);
  });

  it("reads no other literal", () => {
    expect(refusal(() => fromLiteral(person, primitive({ $case: "stringValue", value: "x" })))).toMatch(
      /a string literal/,
    );
    expect(refusal(() => fromLiteral(person, toLiteral(t.map(t.int()), {})))).toMatch(/a map literal/);
    expect(refusal(() => fromLiteral(person, packed("01")))).toMatch(
      /should be record Person, but was the MessagePack int 1/,
    );
  });

  it("may be empty", () => {
    expect(hexOf(toLiteral(t.struct("E", {}), {}))).toBe("80");
    expect(transformerOf(t.struct("E", {})).jsonSchema).toEqual({
      type: "object",
      title: "E",
      additionalProperties: false,
    });
  });
});

describe("a class that extends the type of a record", () => {
  class Point extends t.struct("Point", { x: t.int(), y: t.int().default(0) }) {}
  class Described extends t.struct("Point", { x: t.int() }).describe("where it is") {}

  it("is the type, wherever a type stands", () => {
    const plain = transformerOf(t.struct("Point", { x: t.int(), y: t.int().default(0) }));
    expect(hexOf(toLiteral(Point, { x: 1 }))).toBe("82 a178 01 a179 00".replaceAll(" ", ""));
    expect(roundTrip(t.list(Point), [{ x: 1 }])).toEqual([{ x: 1, y: 0 }]);
    expect(transformerOf(Point).literalType).toEqual(plain.literalType);
    expect(transformerOf(t.struct("Line", { from: Point })).words).toBe("record Line");
    expect(runtimeType(Described, "x").description).toBe("where it is");
    expect(runtimeType(Point.default({ x: 1, y: 2 }), "x").default?.value).toEqual({ x: 1, y: 2 });
  });

  it("has no instances", () => {
    const error = caught(() => Reflect.construct(Point, []));
    expect(error).toMatchObject({ code: "RECORD_CONSTRUCTED", params: { record: "Point" } });
    expect(error.location?.file).toMatch(/struct\.test\.ts$/);
  });
});

describe("fields of a record in MessagePack", () => {
  const type = t.struct("Fields", { a: t.int(), b: t.string().default("x"), c: t.optional(t.int()) });
  const fields = { a: "a16101", b: "a162a179", c: "a16307", other: "a16fc0", number: "0102" };
  const read = (...names: readonly (keyof typeof fields)[]): unknown =>
    fromLiteral(type, packed(`8${names.length}${names.map((name) => fields[name]).join("")}`));

  it.each([
    [["a", "b", "c"], { a: 1, b: "y", c: 7 }],
    [["c", "b", "a"], { a: 1, b: "y", c: 7 }],
    [["a", "c"], { a: 1, b: "x", c: 7 }],
    [["a"], { a: 1, b: "x", c: undefined }],
    [["a", "b", "c", "other"], { a: 1, b: "y", c: 7 }],
    [["other", "a", "b", "c"], { a: 1, b: "y", c: 7 }],
    [["a", "other", "b", "number", "c"], { a: 1, b: "y", c: 7 }],
    [["a", "a", "b", "c"], { a: 1, b: "y", c: 7 }],
  ] as const)("may be %j", (names, value) => {
    expect(read(...names)).toEqual(value);
    expect(Object.keys(read(...names) as object)).toEqual(["a", "b", "c"]);
  });

  it("are all needed that have no default", () => {
    expect(refusal(() => read("b", "c"))).toMatch(/a should be|\.a should be/);
    expect(refusal(() => fromLiteral(type, packed("81a161a178")))).toMatch(/a should be integer/);
  });
});

describe("names of fields", () => {
  it.each(["constructor", "toString", "class", "None", "lambda", "hasOwnProperty", "valueOf"])(
    "may be %s",
    (name) => {
      const fields = Object.fromEntries([
        [name, t.int()],
        ["other", t.int().default(4)],
      ]);
      const type = t.struct("R", fields);
      const value = Object.fromEntries([
        [name, 1],
        ["other", 2],
      ]);
      expect(Object.entries(roundTrip(type, value) as object)).toEqual([
        [name, 1],
        ["other", 2],
      ]);
      expect(Object.entries(roundTrip(type, Object.fromEntries([[name, 1]])) as object)).toEqual([
        [name, 1],
        ["other", 4],
      ]);
      expect(Object.getPrototypeOf(roundTrip(type, value))).toBe(Object.prototype);
      const { metadata, structure } = idl.LiteralType.decode(
        idl.LiteralType.encode(transformerOf(type).literalType).finish(),
      );
      expect(Object.keys(metadata?.["properties"] as object)).toContain(name);
      expect(structure?.dataclassType.has(name)).toBe(true);
      expect(refusal(() => toLiteral(type, { other: 1 }))).toContain("should be integer, but was nothing");
    },
  );
});
