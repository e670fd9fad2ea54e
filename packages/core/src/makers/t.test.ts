import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { toLiteral, transformerOf } from "../../test/support/convert.js";
import { here } from "../../test/support/here.js";
import type { TypeLike } from "../types/infer.js";
import { deriveType } from "./derive-type.js";
import { runtimeType } from "../types/runtime-type.js";
import { t } from "./t.js";

const untyped = (value: unknown): never => value as never;

describe("t", () => {
  it("cannot be changed, nor can a type", () => {
    expect(() => Object.assign(t, { int: t.string })).toThrow(TypeError);
    expect(Object.isFrozen(t.int().default(1).describe("x"))).toBe(true);
  });

  it("keeps description and default whatever their order", () => {
    for (const type of [t.int().default(1).describe("how many"), t.int().describe("how many").default(1)]) {
      expect(runtimeType(type, "x")).toMatchObject({ description: "how many", default: { value: 1 } });
    }
  });

  it("leaves the type it was made from alone", () => {
    const int = t.int();
    int.default(5).describe("x");
    expect(runtimeType(int, "x").default).toBeUndefined();
    expect(runtimeType(int, "x").description).toBeUndefined();
  });

  it("checks a default where it is written", () => {
    expect(refusal(() => t.int().default(1.5))).toBe(
      "VALUE_TYPE_MISMATCH: The default should be integer, but was the number 1.5.",
    );
    expect(refusal(() => t.list(t.string()).default(untyped(["a", 1])))).toMatch(/\[1\] should be string/);
  });

  it("keeps a default that the author changes later, and gives everyone a new one", () => {
    const tags = ["a"];
    const type = runtimeType(t.list(t.string()).default(tags), "x");
    tags.push("b");
    const given = type.default?.value as string[];
    given.push("c");
    expect(type.default?.value).toEqual(["a"]);
  });

  it("has a default of none", () => {
    expect(runtimeType(t.optional(t.int()).default(undefined), "x").default).toEqual({ value: undefined });
  });
});

describe("t.enum", () => {
  it.each([
    [[], "was given an empty list"],
    [["a", "b", "a"], 'was given "a" twice'],
    [["a", 1], "was given 1"],
    [["\ud800"], String.raw`was given "\ud800"`],
    ["ab", "was given a string"],
    [undefined, "was given nothing"],
  ])("refuses %j", (values, problem) => {
    expect(refusal(() => t.enum(untyped(values)))).toBe(
      `ENUM_VALUES_INVALID: t.enum takes a list of different strings, but ${problem}.`,
    );
  });

  it("keeps the order of its values, and no hold of the list", () => {
    const values = ["b", "a"];
    const { literalType } = transformerOf(t.enum(values));
    values.push("c");
    expect(literalType.type).toEqual({ $case: "enumType", value: { values: ["b", "a"] } });
  });
});

describe("t.struct", () => {
  it.each([[""], [undefined], [{ x: t.int() }]])("refuses the name %j", (name) => {
    expect(refusal(() => t.struct(untyped(name), {}))).toMatch(/^STRUCT_NAME_INVALID/);
  });

  it.each(["a-b", "1a", "", "a b", "__proto__", "e\u0301"])("refuses the field %j", (field) => {
    expect(refusal(() => t.struct("R", Object.fromEntries([[field, t.int()]])))).toBe(
      `VARIABLE_NAME_INVALID: ${JSON.stringify(field)} in a field of record R is not a valid variable name, which is ` +
        "a letter or underscore, then letters, digits and underscores.",
    );
  });

  it("takes names of fields in any alphabet, as Python does", () => {
    expect(
      Object.keys(
        transformerOf(t.struct("Größe", { é: t.int(), 名前: t.string() })).jsonSchema?.["properties"] ?? {},
      ),
    ).toEqual(["é", "名前"]);
  });

  it("refuses what is no type, with its place", () => {
    expect(refusal(() => t.struct("R", { x: untyped(Number) }))).toBe(
      "TYPE_UNKNOWN: A Flyte type is needed for field x of record R, but a function was given.",
    );
    expect(refusal(() => t.struct("R", untyped(null)))).toMatch(
      /^OPTION_INVALID: The option `fields` of record R takes types by name, but was given null/,
    );
    expect(refusal(() => t.struct("R", untyped(t.int())))).toMatch(/^OPTION_INVALID: The option `fields` of/);
  });
});

describe("t.list, t.map and t.optional", () => {
  it.each([
    [
      () => t.list(untyped("int")),
      "A Flyte type is needed for the element of t.list, but a string was given",
    ],
    [() => t.map(untyped(undefined)), "A Flyte type is needed for the value of t.map, but nothing was given"],
    [
      () => t.optional(untyped(t.int)),
      "A Flyte type is needed for the type of t.optional, but a function was given",
    ],
  ])("refuse what is no type", (make, text) => {
    expect(refusal(make)).toBe(`TYPE_UNKNOWN: ${text}.`);
  });
});

describe("the depth of a type", () => {
  const wraps: readonly (readonly [string, (inner: TypeLike) => TypeLike, (inner: unknown) => unknown])[] = [
    ["lists", (inner) => t.list(inner), (inner) => [inner]],
    ["maps", (inner) => t.map(inner), (inner) => ({ k: inner })],
    ["optional lists", (inner) => t.optional(t.list(inner)), (inner) => [inner]],
    ["records", (inner) => t.struct("R", { x: inner }), (inner) => ({ x: inner })],
    ["optional records", (inner) => t.optional(t.struct("R", { x: inner })), (inner) => ({ x: inner })],
    ["records of lists", (inner) => t.struct("R", { x: t.list(inner) }), (inner) => ({ x: [inner] })],
    ["records of maps", (inner) => t.struct("R", { x: t.map(inner) }), (inner) => ({ x: { k: inner } })],
    ["lists of records", (inner) => t.list(t.struct("R", { x: inner })), (inner) => [{ x: inner }]],
  ];

  it.each(wraps)("ends where decoders give up: %s", (_what, wrap, wrapValue) => {
    let [type, value]: [TypeLike, unknown] = [t.int(), 1];
    for (let tooDeep = false; !tooDeep;) {
      try {
        [type, value] = [wrap(type), wrapValue(value)];
      } catch (error) {
        expect(error).toMatchObject({ code: "VALUE_TOO_DEEP" });
        tooDeep = true;
      }
    }
    const deepest = transformerOf(type).depth;
    expect(deepest).toBeGreaterThan(70);
    expect(() => decodeInWorkflow(type)).not.toThrow();
    expect(() => decodeInNode(type, value)).not.toThrow();
  });
});

// Types are furthest in inside a closure that the backend compiles, values inside a node of a sub-workflow.
function decodeInWorkflow(type: TypeLike): void {
  const { literalType } = transformerOf(type);
  const variable = {
    type: literalType,
    description: "",
    artifactPartialId: undefined,
    artifactTag: undefined,
  };
  const variables = { variables: new Map([["x", variable]]) };
  const template = idl.WorkflowTemplate.create({ interface: { inputs: variables, outputs: variables } });
  const closure = idl.CompiledWorkflowClosure.create({ primary: { template } });
  idl.CompiledWorkflowClosure.decode(idl.CompiledWorkflowClosure.encode(closure).finish());
}

function decodeInNode(type: TypeLike, value: unknown): void {
  const literals = new Map([["x", toLiteral(type, value)]]);
  idl.LiteralMap.decode(idl.LiteralMap.encode({ literals }).finish());
}

describe("the options of types", () => {
  const loose = t as unknown as Record<string, (...args: unknown[]) => unknown>;
  it.each([
    ["int", { bigInt: true }, "OPTION_UNKNOWN: There is no option `bigInt` for t.int."],
    ["datetime", { exacte: true }, "OPTION_UNKNOWN: There is no option `exacte` for t.datetime."],
    ["duration", { bigint: true }, "OPTION_UNKNOWN: There is no option `bigint` for t.duration."],
    [
      "int",
      { bigint: "yes" },
      'OPTION_INVALID: The option `bigint` of t.int takes true or false, but was given "yes".',
    ],
    ["int", null, "OPTIONS_NOT_AN_OBJECT: The options of t.int must be one object, but null was given."],
    [
      "datetime",
      true,
      "OPTIONS_NOT_AN_OBJECT: The options of t.datetime must be one object, but a boolean was given.",
    ],
    ["string", { min: 1 }, "OPTION_UNKNOWN: There is no option `min` for t.string."],
    ["boolean", { strict: true }, "OPTION_UNKNOWN: There is no option `strict` for t.boolean."],
  ])("are checked: t.%s(%j)", (name, options, text) => {
    const act = () => loose[name]?.(options); // options
    expect(refusal(act)).toBe(text);
    expect(caught(act).location?.line).toBe(here(import.meta.url, "options", "x").line);
  });

  it("name what was meant", () => {
    expect(caught(() => loose["int"]?.({ bigInt: true })).hint).toContain("Did you mean `bigint`?");
    expect(caught(() => loose["float"]?.({ exact: true })).hint).toContain("Leave it out");
  });

  it("may be off", () => {
    expect(transformerOf(loose["int"]?.({ bigint: false }) as never)).toBe(transformerOf(t.int()));
    expect(transformerOf(loose["int"]?.({}) as never)).toBe(transformerOf(t.int()));
  });
});

describe("a default inside another type", () => {
  it.each([
    ["t.optional", () => t.optional(t.int().default(5))],
    ["t.list", () => t.list(t.int().default(5))],
    ["t.map", () => t.map(t.int().default(5))],
    ["t.optional", () => t.optional(t.optional(t.int()).default(5))],
    [
      "deriveType",
      () => deriveType("Five", t.int().default(5), { encode: (n: number) => n, decode: (n) => n }),
    ],
  ])("is refused, where it would be lost: %s", (of, act) => {
    const { code, text, hint } = caught(act);
    expect([code, text]).toEqual([
      "OPTION_INVALID",
      expect.stringContaining(`of ${of} takes a type without a default`),
    ]);
    expect(hint).toContain(`\`${of}(...).default(...)\``);
  });

  it("is kept for the whole type", () => {
    expect(() => t.optional(t.int()).default(5)).not.toThrow();
    expect(() => t.struct("R", { n: t.int().default(5) })).not.toThrow();
  });
});

describe("a type without its parentheses", () => {
  it.each([
    [t.int, "Call it: `t.int()`."],
    [t.string, "Call it: `t.string()`."],
    [t.enum, "Call it: `t.enum(...)`."],
    [t.list, "Call it: `t.list(...)`."],
    [() => 1, "Use `t.int()`"],
  ])("is told how to call it: %o", (given, text) => {
    expect(caught(() => t.list(given as never)).hint).toContain(text);
  });
});

describe("the description of a type", () => {
  it.each([5, "\ud83d", undefined])("takes no description %j", (text) => {
    expect(refusal(() => t.int().describe(text as never))).toMatch(
      /^OPTION_INVALID: The option `describe` of a type/,
    );
  });
});
