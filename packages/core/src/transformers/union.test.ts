import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  inUnion,
  packed,
  primitive,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { castability } from "../castability/castability.js";
import { noneLiteral, scalarLiteral } from "../literals/literal.js";
import { createType } from "../makers/create-type.js";
import { deriveType } from "../makers/derive-type.js";
import { t } from "../makers/t.js";
import type { FlyteType, TypeLike } from "../types/infer.js";
import { runtimeType } from "../types/runtime-type.js";

const circle = t.struct("Circle", { r: t.float() });
const square = t.struct("Square", { side: t.float(), name: t.optional(t.string()) });
const twin = t.struct("Twin", { r: t.float() });
const shape = t.union([circle, square]);
const color = t.enum(["red", "green"]);

const tagsOf = (type: TypeLike): unknown => {
  const literalType = transformerOf(type).literalType.type;
  return literalType?.$case === "unionType"
    ? literalType.value.variants.map(({ structure }) => structure?.tag)
    : "no union";
};
const unionOf = (literal: idl.Literal): idl.Union | undefined => {
  const scalar = literal.value?.$case === "scalar" ? literal.value.value.value : undefined;
  return scalar?.$case === "union" ? scalar.value : undefined;
};

describe("the variants of a union", () => {
  // As Python's typing makes them, which flytekit then tags in order.
  it.each<[string, TypeLike, readonly string[]]>([
    ["in order", t.union([t.string(), t.int()]), ["str", "int"]],
    ["with none where it is", t.union([t.int(), t.none(), t.string()]), ["int", "none", "str"]],
    ["none last in an optional", t.optional(t.union([t.int(), t.string()])), ["int", "str", "none"]],
    ["flat", t.union([t.int(), t.union([t.string(), t.int(), t.float()])]), ["int", "str", "float"]],
    ["of optionals", t.union([t.optional(t.int()), t.optional(t.string())]), ["int", "none", "str"]],
    ["of none and a type", t.union([t.none(), t.int()]), ["none", "int"]],
    ["without duplicates", t.union([t.list(t.int()), t.list(t.int()), t.none()]), ["Typed List", "none"]],
    ["optional already", t.optional(t.union([t.none(), t.int(), t.string()])), ["none", "int", "str"]],
    ["of lists", t.union([t.list(t.int()), t.list(t.string())]), ["Typed List", "Typed List"]],
  ])("are %s", (_what, type, tags) => {
    expect(tagsOf(type)).toEqual(tags);
    const { literalType } = transformerOf(type);
    expect(castability(literalType, literalType)).toBe("castable");
  });

  it("are one type, which is no union, if all are the same", () => {
    expect(transformerOf(t.union([t.int(), t.int()]))).toBe(transformerOf(t.int()));
    expect(transformerOf(t.union([circle, circle]))).toBe(transformerOf(circle));
  });

  it("lose the fields of records, and keep their schema", () => {
    const literalType = transformerOf(shape).literalType.type;
    const [first] = literalType?.$case === "unionType" ? literalType.value.variants : [];
    expect(first).toMatchObject({
      metadata: { title: "Circle" },
      annotation: { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } },
      structure: { tag: "Object-Dataclass-Transformer", dataclassType: new Map() },
    });
  });

  it("are named in words", () => {
    expect(transformerOf(t.union([t.int(), t.string(), circle])).words).toBe(
      "integer or string or record Circle",
    );
    expect(transformerOf(t.list(t.union([t.int(), t.string()]))).words).toBe("list of (integer or string)");
    expect(transformerOf(t.optional(t.union([t.int(), t.string()]))).words).toBe(
      "optional (integer or string)",
    );
  });

  it("are a list of types that differ for Flyte", () => {
    for (const variants of [[], "x", undefined, t.int()])
      expect(refusal(() => t.union(variants as never))).toMatch(/^OPTION_INVALID: .*`variants` of t\.union/);
    expect(refusal(() => t.union([t.int(), 5 as never]))).toMatch(
      /^TYPE_UNKNOWN: .* the variant 2 of t\.union/,
    );
    expect(refusal(() => t.union([t.int(), t.string().default("x")]))).toMatch(/without a default/);
    const money = deriveType("Money", t.int(), { encode: Number, decode: String });
    expect(refusal(() => t.union([t.int(), t.none(), money as never]))).toBe(
      "OPTION_INVALID: The option `variants` of t.union takes different types, but was given integer and Money, which are the same for Flyte.",
    );
  });
});

describe("a value of a union", () => {
  it.each<[string, TypeLike, unknown, string]>([
    ["an int", t.union([t.string(), t.int()]), 5, "int"],
    ["a string", t.union([t.string(), t.int()]), "5", "str"],
    ["a boolean", t.union([t.boolean(), t.int()]), true, "bool"],
    ["a fraction", t.union([t.float(), t.int()]), 1.5, "float"],
    ["none", t.union([t.int(), t.none(), t.string()]), undefined, "none"],
    ["a list by its elements", t.union([t.list(t.int()), t.list(t.string())]), ["a"], "Typed List"],
    ["a list of unions", t.union([t.list(t.union([t.int(), t.string()])), t.int()]), [1, "a"], "Typed List"],
    ["a map", t.union([t.list(t.int()), t.map(t.int())]), { a: 1 }, "Typed Dict"],
    ["an empty map", t.union([t.list(t.int()), t.map(t.int())]), {}, "Typed Dict"],
    ["a record by its fields", shape, { side: 1, name: undefined }, "Object-Dataclass-Transformer"],
    ["a datetime", t.union([t.datetime(), t.string()]), new Date(5), "datetime"],
    ["a string that an enum has, too", t.union([color, t.string()]), "red", "str"],
    ["a value of an enum", t.union([t.int(), color]), "red", "DefaultEnumTransformer"],
  ])("is %s", (_what, type, value, tag) => {
    const literal = toLiteral(type, value);
    expect(unionOf(literal)?.type?.structure?.tag).toBe(tag);
    expect(fromLiteral(type, literal)).toEqual(value);
  });

  it.each<[string, TypeLike, unknown, string]>([
    [
      "fits two records",
      t.union([circle, twin]),
      { r: 1 },
      "The value is an object, which may be meant as record Circle or record Twin.",
    ],
    [
      "fits two lists",
      t.list(t.union([t.list(t.int()), t.list(t.string())])),
      [[1], []],
      "[1] is an array, which may be meant as list of integer or list of string.",
    ],
    [
      "fits two numbers",
      t.struct("R", { n: t.union([t.int(), t.float()]) }),
      { n: 1 },
      ".n is the number 1, which may be meant as integer or float.",
    ],
  ])("is refused if it %s", (_what, type, value, text) => {
    expect(caught(() => toLiteral(type, value))).toMatchObject({ code: "UNION_AMBIGUOUS", text });
  });

  it.each<[string, TypeLike, unknown, string]>([
    [
      "no variant takes it",
      t.union([t.int(), t.string()]),
      1.5,
      "The value should be integer or string, but was the number 1.5.",
    ],
    [
      "one variant knows what is wrong inside",
      t.union([t.list(t.int()), t.string()]),
      [1, "x"],
      "[1] should be integer, but was a string.",
    ],
    [
      "no record takes it",
      shape,
      { r: 1, side: 1 },
      "The value should be record Circle or record Square, but was an object.",
    ],
    [
      "it is missing",
      t.union([t.int(), t.string()]),
      null,
      "The value should be integer or string, but was null.",
    ],
  ])("is refused if %s", (_what, type, value, text) => {
    expect(caught(() => toLiteral(type, value))).toMatchObject({ code: "VALUE_TYPE_MISMATCH", text });
  });

  it("does not hide a bug of a type's author", () => {
    const { transformer } = runtimeType(t.string(), "the test");
    const bug = new RangeError("a bug");
    const broken = createType<unknown, "broken">({
      transformer: {
        ...transformer,
        words: "broken",
        tag: "Broken",
        toLiteral() {
          throw bug;
        },
      },
    });
    expect(() => toLiteral(t.union([t.string(), broken]), "x")).toThrow(bug);
  });
});

describe("t.as", () => {
  it("says which variant is meant", () => {
    const either = t.union([circle, twin]);
    for (const [type, title] of [
      [circle, "Circle"],
      [twin, "Twin"],
    ] as const) {
      const literal = toLiteral(either, t.as(type, { r: 1 }));
      expect(unionOf(literal)?.type?.metadata).toMatchObject({ title });
      expect(fromLiteral(either, literal)).toEqual({ r: 1 });
    }
    const numbers = t.optional(t.union([t.int(), t.float()]));
    expect(unionOf(toLiteral(numbers, t.as(t.float(), 1)))?.type?.structure?.tag).toBe("float");
    expect(roundTripPacked(numbers, t.as(t.int(), 1))).toBe(1);
    expect(roundTrip(t.list(numbers), [t.as(t.int(), 1), null, t.as(t.float(), 2)])).toEqual([
      1,
      undefined,
      2,
    ]);
  });

  it("takes a type that is written once more, and a union of some variants", () => {
    const lists = t.union([t.list(t.int()), t.list(t.string()), t.int()]);
    expect(roundTrip(lists, t.as(t.list(t.string()), []))).toEqual([]);
    expect(roundTrip(lists, t.as(t.union([t.list(t.string()), t.int()]), []))).toEqual([]);
  });

  it("needs a variant, and its value", () => {
    const either = t.union([circle, twin]);
    expect(caught(() => toLiteral(either, t.as(square, { side: 1 })))).toMatchObject({
      text: "The value should be record Circle or record Twin, but was a value of t.as for record Square.",
      hint: "Name one of the variants in `t.as(type, value)`.",
    });
    expect(refusal(() => toLiteral(either, t.as(circle, { r: "x" } as never)))).toBe(
      "VALUE_TYPE_MISMATCH: .r should be float, but was a string.",
    );
    expect(refusal(() => t.as(5 as never, 5 as never))).toMatch(/^TYPE_UNKNOWN/);
  });

  it.each([
    t.int(),
    t.string(),
    t.list(t.int()),
    t.map(t.int()),
    circle,
    t.struct("E", { n: t.optional(t.int()) }),
  ])("is nothing that another type takes", (type) => {
    expect(caught(() => toLiteral(type, t.as(t.int(), 1)))).toMatchObject({
      text: expect.stringContaining("but was a value of t.as."),
      hint: "Give the value itself: only a union takes a value of `t.as`.",
    });
  });
});

describe("reading a union", () => {
  const numbers = t.union([t.int(), t.float()]);
  const as = (tag: string, type: idl.LiteralType, value: idl.Literal): idl.Literal =>
    scalarLiteral({
      $case: "union",
      value: { value, type: { ...type, structure: { tag, dataclassType: new Map() } } },
    });
  const int = primitive({ $case: "integer", value: 5n });
  const { literalType: intType } = transformerOf(t.int());
  const { literalType: strType } = transformerOf(t.string());

  it("takes the variant that the literal names", () => {
    expect(fromLiteral(numbers, as("float", transformerOf(t.float()).literalType, int))).toBe(5);
    const lists = t.union([t.list(t.int()), t.list(t.string())]);
    expect(fromLiteral(lists, toLiteral(lists, t.as(t.list(t.string()), [])))).toEqual([]);
  });

  it.each<[string, TypeLike, idl.Literal, string]>([
    [
      "whose value is of another type",
      t.union([t.int(), t.string()]),
      as("str", strType, int),
      "The value should be string, but was the integer 5.",
    ],
    [
      "that names another type",
      t.union([t.int(), t.string()]),
      as("bool", intType, int),
      'The value should be integer or string, but was a union literal of integer with the tag "bool".',
    ],
    [
      "of another list",
      t.union([t.list(t.int()), t.list(t.string())]),
      as("Typed List", transformerOf(t.list(t.boolean())).literalType, toLiteral(t.list(t.int()), [])),
      'The value should be list of integer or list of string, but was a union literal of list of boolean with the tag "Typed List".',
    ],
    [
      "without a value",
      numbers,
      scalarLiteral({ $case: "union", value: { value: undefined, type: intType } }),
      "The value should be integer or float, but was a union literal.",
    ],
  ])("refuses a union literal %s", (_what, type, literal, text) => {
    expect(caught(() => fromLiteral(type, literal))).toMatchObject({ code: "VALUE_TYPE_MISMATCH", text });
  });

  it("tells records of one shape apart by their names", () => {
    const either = t.union([circle, t.struct("Ring", { r: t.float(), s: t.float().default(3) })]);
    expect(roundTrip(either, t.as(circle, { r: 1 }))).toEqual({ r: 1 });
  });

  it("tries all variants for a literal that names none", () => {
    const either = t.union([t.int(), t.list(t.string()), circle, t.none()]);
    expect(fromLiteral(either, int)).toBe(5);
    expect(fromLiteral(either, inUnion(int, ""))).toBe(5);
    expect(fromLiteral(either, noneLiteral())).toBeUndefined();
    expect(fromLiteral(either, packed("c0"))).toBeUndefined();
    expect(fromLiteral(either, packed("05"))).toBe(5);
    expect(fromLiteral(either, packed("91 a1 78"))).toEqual(["x"]);
    expect(fromLiteral(either, struct({ r: 1 }))).toEqual({ r: 1 });
    expect(fromLiteral(either, toLiteral(t.list(t.string()), []))).toEqual([]);
    expect(refusal(() => fromLiteral(either, packed("c3")))).toBe(
      "VALUE_TYPE_MISMATCH: The value should be optional (integer or list of string or record Circle), but was a MessagePack boolean.",
    );
    expect(refusal(() => fromLiteral(either, packed("91 05")))).toBe(
      "VALUE_TYPE_MISMATCH: [0] should be string, but was the MessagePack int 5.",
    );
  });

  it("takes what several variants read alike, and an integer for an integer", () => {
    expect(fromLiteral(numbers, int)).toBe(5);
    expect(fromLiteral(t.union([t.int({ bigint: true }), t.float()]), int)).toBe(5n);
    expect(fromLiteral(t.union([t.float(), t.int({ bigint: true })]), packed("05"))).toBe(5n);
    expect(fromLiteral(t.union([t.list(t.int()), t.list(t.string())]), packed("90"))).toEqual([]);
  });

  it("refuses what variants read as different values", () => {
    expect(
      caught(() => fromLiteral(t.union([t.duration(), t.float()]), packed("cb 3ff8000000000000"))),
    ).toMatchObject({
      code: "UNION_AMBIGUOUS",
      text: "The value is the MessagePack float 1.5 that does not say which variant it is, and that can be read as duration in milliseconds or float.",
      hint: "Declare variants whose values differ, such as records with a field of their own.",
    });
  });
});

describe("a union in a record", () => {
  const record = t.struct("R", { u: t.union([t.int(), t.string(), shape, t.none()]) });

  // The bytes are flytekit's.
  it.each([
    [{ u: 1 }, "81a17501"],
    [{ u: "1" }, "81a175a131"],
    [{ u: undefined }, "81a175c0"],
    [{ u: { r: 1 } }, "81a17581a172cb3ff0000000000000"],
  ])("is written without its variant: %j", (value, hex) => {
    expect(hexOf(toLiteral(record, value))).toBe(hex);
    expect(roundTrip(record, value)).toEqual(value);
  });

  it("has the schemas of all variants", () => {
    const { jsonSchema } = transformerOf(t.union([t.int(), t.string(), t.none()]));
    expect(jsonSchema).toEqual({ anyOf: [{ type: "integer" }, { type: "string" }, { type: "null" }] });
    expect(transformerOf(t.union([t.int(), t.error()])).jsonSchema).toBeUndefined();
  });

  it.each<[string, TypeLike, unknown, string]>([
    [
      "a float beside a duration",
      t.union([t.duration(), t.float()]),
      t.as(t.float(), 1.5),
      ".u is the number 1.5, which is written without its variant in a record, and could then be read as duration in milliseconds or float.",
    ],
    [
      "a text beside a datetime",
      t.union([t.datetime(), t.string()]),
      "2024-01-01T00:00:00+00:00",
      ".u is a string, which is written without its variant in a record, and could then be read as datetime (a Date of the years 1 to 9999) or string.",
    ],
  ])("is refused where it would be read as another value: %s", (_what, type, value, text) => {
    expect(caught(() => toLiteral(t.struct("R", { u: type }), { u: value }))).toMatchObject({
      code: "UNION_AMBIGUOUS",
      text,
    });
  });

  it("is refused where a part of it could be read in two ways, although another variant reads it", () => {
    const inner = t.union([t.string(), t.datetime()]);
    const type = t.struct("R", {
      u: t.union([t.list(inner), t.list(t.string()), t.struct("E", {}), t.map(inner)]),
    });
    for (const [u, path] of [
      [t.as(t.list(inner), [new Date(0)]), ".u[0]"],
      [t.as(t.map(inner), { a: new Date(0) }), ".u.a"],
    ] as const)
      expect(caught(() => toLiteral(type, { u }))).toMatchObject({
        code: "UNION_AMBIGUOUS",
        params: { path },
      });
  });

  it("may have a default", () => {
    const type = t.struct("R", {
      u: t.union([t.int(), t.string()]).default("x"),
      v: t.union([t.int(), circle]).default({ r: 1 }),
    });
    expect(transformerOf(type).literalType.metadata).toMatchObject({
      properties: { u: { anyOf: [{ type: "integer" }, { type: "string" }], default: "x" } },
    });
    expect(transformerOf(type).literalType.metadata).not.toHaveProperty("properties.v.default");
    expect(transformerOf(type).literalType.metadata).not.toHaveProperty("required");
    expect(roundTrip(type, {})).toEqual({ u: "x", v: { r: 1 } });
  });

  it("takes no more time for each level of unions", () => {
    let type: TypeLike = t.int();
    let value: unknown = 1;
    for (let i = 0; i < 7; i += 1) {
      type = t.union([
        t.struct("A", { x: type, kind: t.enum(["a"]) }),
        t.struct("B", { x: type, kind: t.enum(["b"]) }),
      ]);
      value = { x: value, kind: "b" };
    }
    const started = performance.now();
    expect(roundTrip(type, value)).toEqual(value);
    expect(roundTripPacked(type, value)).toEqual(value);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("records that can read each other's values", () => {
  it("are told apart by the type that the literal names, also after a journey through bytes", () => {
    const type = t.union([t.struct("R", { a: t.optional(t.boolean()) }), t.struct("R", {})]);
    expect(roundTrip(type, { a: false })).toEqual({ a: false });
  });
});

describe("an optional list of records that are declared later", () => {
  it("may be a field of such a record", () => {
    const Tree: FlyteType<unknown, unknown> = t.struct("Tree", {
      kids: t.optional(t.list(t.lazy((): FlyteType<unknown, unknown> => Tree))),
    });
    expect(roundTrip(Tree, { kids: [{ kids: [] }] })).toEqual({ kids: [{ kids: [] }] });
  });
});
