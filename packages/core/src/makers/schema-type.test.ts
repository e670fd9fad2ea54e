import { describe, expect, it } from "vitest";
import { caught, refusal } from "../../test/support/caught.js";
import { roundTrip, transformerOf } from "../../test/support/convert.js";
import { here } from "../../test/support/here.js";
import type { FlyteType } from "../types/infer.js";
import { schema } from "./schema-type.js";
import { t } from "./t.js";

const of = (json: object): FlyteType<unknown, unknown> => schema(json);
const P = { type: "object", title: "P" };

describe("t.schema", () => {
  it("is the type that t would make", () => {
    const type = of({
      ...P,
      properties: { a: { type: "integer", minimum: 1 }, b: { type: "array", items: { type: "string" } } },
      required: ["a", "b"],
    });
    const own = t.struct("P", { a: t.int(), b: t.list(t.string()) });
    expect(transformerOf(type).literalType).toEqual(transformerOf(own).literalType);
    expect(roundTrip(type, { a: 1, b: ["x"] })).toEqual({ a: 1, b: ["x"] });
  });

  it("may use definitions", () => {
    const type = of({
      type: "array",
      items: { $ref: "#/definitions/n" },
      definitions: { n: { type: "number" } },
    });
    expect(transformerOf(type).words).toBe("list of float");
    const named = { $ref: "#/$defs/a%20~1b", $defs: { "a /b": { type: "number" } } };
    expect(transformerOf(of(named)).words).toBe("float");
    expect(transformerOf(of({ $ref: "#n", $defs: { x: { $anchor: "n", type: "number" } } })).words).toBe(
      "float",
    );
  });

  it("may contain itself, as a record", () => {
    const node = {
      type: "object",
      title: "Node",
      properties: { n: { type: "integer" }, next: { $ref: "#" } },
    };
    const type = of({ ...node, required: ["n"] });
    const Node: FlyteType<unknown, unknown> = t.struct("Node", {
      n: t.int(),
      next: t.optional(t.lazy((): FlyteType<unknown, unknown> => Node)),
    });
    expect(transformerOf(type).literalType).toEqual(transformerOf(Node).literalType);
    const value = { n: 1, next: { n: 2, next: { n: 3 } } };
    expect(roundTrip(type, value)).toEqual(value);
    expect(refusal(() => transformerOf(type).toLiteral({ n: 1, next: { n: "2" } }))).toContain(
      ".next.n should be",
    );
  });

  it("may contain itself in lists and maps", () => {
    const tree = {
      type: "object",
      title: "Tree",
      properties: { kids: { type: "array", items: { $ref: "#/$defs/m" } } },
    };
    const type = of({
      $ref: "#/$defs/t",
      $defs: { t: tree, m: { type: "object", additionalProperties: { $ref: "#/$defs/t" } } },
    });
    const value = { kids: [{ a: { kids: [] } }, {}] };
    expect(roundTrip(type, value)).toEqual(value);
  });

  it("has its default", () => {
    const type = of({ ...P, properties: { a: { type: "integer", default: 5 }, b: { type: "integer" } } });
    expect(roundTrip(type, {})).toEqual({ a: 5 });
    expect(roundTrip(type, { a: 1, b: 2 })).toEqual({ a: 1, b: 2 });
  });

  it("keeps keys called __proto__", () => {
    const value = JSON.parse('{"__proto__": 1}') as object;
    expect(roundTrip(of({ type: "object", additionalProperties: { type: "integer" } }), value)).toEqual(
      value,
    );
  });
});

describe("what a JSON Schema says of values holds", () => {
  it.each([
    [{ type: "integer", minimum: 1 }, 1, 0],
    [{ type: "integer", maximum: 1 }, 1, 2],
    [{ type: "number", exclusiveMinimum: 1 }, 1.5, 1],
    [{ type: "number", exclusiveMaximum: 1 }, 0.5, 1],
    [{ type: "integer", multipleOf: 3 }, 6, 7],
    [{ type: "string", minLength: 2 }, "ab", "😀"],
    [{ type: "string", maxLength: 1 }, "😀", "ab"],
    [{ type: "string", pattern: "^a" }, "ab", "ba"],
    [{ type: "array", items: { type: "integer" }, minItems: 1 }, [1], []],
    [{ type: "array", items: { type: "integer" }, maxItems: 1 }, [1], [1, 2]],
    [{ type: "array", items: { type: "integer", minimum: 1 } }, [1], [1, 0]],
    [
      { type: "array", items: { type: "object" }, uniqueItems: true },
      [{ a: 1 }, { a: 2 }],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    [{ type: "object", additionalProperties: { type: "integer" }, minProperties: 1 }, { a: 1 }, {}],
    [{ type: "object", additionalProperties: { type: "integer", minimum: 1 } }, { a: 1 }, { a: 0 }],
    [
      { type: "object", additionalProperties: { type: "integer" }, propertyNames: { pattern: "^a" } },
      { a: 1 },
      { b: 1 },
    ],
    [{ ...P, properties: { a: { type: "integer", minimum: 1 } }, required: ["a"] }, { a: 1 }, { a: 0 }],
    [{ anyOf: [{ type: "integer", minimum: 5 }, { type: "string" }] }, 5, 4],
    [{ oneOf: [{ type: "integer" }, { type: "string", minLength: 1 }] }, "a", ""],
    [{ allOf: [{ type: "integer", minimum: 1 }, { maximum: 2 }] }, 2, 3],
    [{ enum: ["a", "b"] }, "b", "c"],
    [{ type: "string", nullable: true }, null, 5],
    [{ $ref: "#/$defs/n", $defs: { n: { type: "integer", minimum: 1 } } }, 1, 0],
  ])("%j", (json, good, bad) => {
    const type = of(json);
    expect(roundTrip(type, good)).toEqual(good);
    expect(caught(() => transformerOf(type).toLiteral(bad)).code).toBe("VALUE_TYPE_MISMATCH");
  });

  it("with the path of what is wrong", () => {
    const type = of({ type: "array", items: { ...P, properties: { a: { type: "integer", minimum: 1 } } } });
    expect(refusal(() => transformerOf(type).toLiteral([{ a: 0 }]))).toBe(
      "VALUE_TYPE_MISMATCH: [0].a should be what its JSON schema takes (must be at least 1), but was the number 0.",
    );
  });
});

describe("a JSON Schema is refused", () => {
  const cyclic: Record<string, unknown> = { type: "array" };
  cyclic["items"] = cyclic;
  it.each([
    ["if it is none", 5, "something that is no JSON Schema"],
    ["with a keyword that is not checked here", { type: "integer", not: { const: 5 } }, "the keyword `not`"],
    [
      "with a keyword inside",
      { ...P, properties: { a: { type: "integer", if: true } } },
      "for a in t.schema describes the keyword `if`",
    ],
    ["with a wrong keyword", { type: "integer", minimum: "1" }, "a wrong value of the keyword `minimum`"],
    ["with NaN", { type: "integer", minimum: Number.NaN }, "a wrong value of the keyword `minimum`"],
    [
      "with a pattern that is none",
      { type: "string", pattern: "(" },
      "a wrong value of the keyword `pattern`",
    ],
    ["with two meanings", { enum: [1], anyOf: [{ type: "integer" }] }, "`enum` beside `anyOf`"],
    ["that contains itself as an object", cyclic, "nested too deep or contains itself"],
    ["with a function", { type: "integer", default: () => 5 }, "a function in its JSON Schema"],
    [
      "that cannot be read",
      {
        get type(): string {
          throw new Error("no");
        },
      },
      "something that cannot be read",
    ],
    [
      "with a default of another type",
      { type: "integer", default: "5" },
      "a default that it does not take itself",
    ],
  ])("%s", (_name, json, text) => {
    const error = caught(() => schema(json)); // json
    expect(error.text).toContain(text);
    expect(error.location?.line).toBe(here(import.meta.url, "json", "schema").line);
  });
});
