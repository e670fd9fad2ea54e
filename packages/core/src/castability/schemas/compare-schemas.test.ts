import { describe, expect, it } from "vitest";

import { recordOf, recordWith } from "../../../test/support/types.js";
import { castability } from "../castability.js";

const verdict = (from: unknown, to: unknown): string => castability(recordOf("A", from), recordOf("B", to));

function expectFit(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("castable");
}
function expectMisfit(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("not-castable");
}
function expectCrash(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("crashes-backend");
}

const integer = { type: "integer" };
const string = { type: "string" };
const none = { type: "null" };
const pattern = { type: "string", pattern: "^a" };

describe("comparingSchemas", () => {
  it("wants the same types, in any order", () => {
    expectFit(integer, integer);
    expectFit({ type: ["integer", "null"] }, { type: ["null", "integer"] });
    expectMisfit({ type: ["integer"] }, { type: ["integer", "null"] });
    expectMisfit({ type: ["integer", "null"] }, integer);
    expectFit({ type: ["integer"] }, integer);
  });

  it("takes objects where no type is wanted, and nothing else", () => {
    expectFit({ type: "object" }, {});
    expectMisfit({}, { type: "object" });
    expectMisfit(integer, {});
    expectMisfit({ type: ["object", "null"] }, {});
    expectFit({}, {});
  });

  it("takes what is always true for what says nothing, and not the other way round", () => {
    expectFit(true, true);
    expectFit(true, {});
    expectMisfit({}, true);
    expectMisfit(true, false);
    expectFit(false, false);
    expectMisfit(true, integer);
  });

  it("looks into lists and records only where they are wanted", () => {
    const odd = (inner: unknown): unknown => ({ ...string, items: inner, properties: { a: inner } });
    expectFit(odd(integer), odd(string));
    expectFit({ ...string }, odd(string));
    expectMisfit(
      { ...(odd(integer) as object), type: "array" },
      { ...(odd(string) as object), type: "array" },
    );
  });

  it("does not look at titles, descriptions and defaults", () => {
    expectFit(
      { ...integer, title: "T", description: "d", default: 1 },
      { ...integer, default: "no integer" },
    );
  });

  it("wants the same constant", () => {
    expectFit({ const: "a" }, { const: "a" });
    expectFit({ const: "a" }, {});
    expectFit({ const: null }, { const: null });
    expectMisfit({ const: null }, { const: false });
    expectMisfit({ const: "a" }, { const: "b" });
    expectMisfit({}, { const: "a" });
    expectMisfit({}, { const: null });
    expectMisfit({ const: 1 }, { const: "1" });
  });

  it("crashes over two constants that are objects or lists", () => {
    expectCrash({ const: {} }, { const: { a: 1 } });
    expectCrash({ const: [] }, { const: [1] });
    expectMisfit({ const: [] }, { const: {} });
    expectMisfit({ const: "a" }, { const: {} });
    expectFit({ const: {} }, {});
  });

  it("makes all checks, since a crash outweighs what does not fit", () => {
    const record = (properties: object): unknown => ({ type: "object", properties });
    expectCrash(record({ a: string, b: string }), record({ a: integer, b: pattern }));
    expectCrash(record({ b: string }), record({ a: integer, b: pattern }));
    expectCrash({ type: "array", items: string }, { type: "array", minItems: 1, items: pattern });
    expectMisfit(record({ a: string }), record({ a: integer, b: pattern }));
    expectMisfit({ type: "array" }, { type: "array", items: pattern });
  });
});

describe("comparingSchemas of anyOf, oneOf and allOf", () => {
  it.each(["anyOf", "oneOf", "allOf"])("wants a member for each member: %s", (keyword) => {
    const members = (...schemas: unknown[]): unknown => ({ [keyword]: schemas });
    expectFit(members(integer, none), members(none, integer));
    expectFit(members(integer), members(integer, string));
    expectMisfit(members(integer, string), members(integer));
    expectMisfit(members(integer), integer);
    expectMisfit(integer, members(integer));
    expectMisfit(members(integer), { [keyword === "anyOf" ? "oneOf" : "anyOf"]: [integer] });
  });

  it("matches no member of which something is not compared", () => {
    const optional = (schema: unknown): unknown => ({ anyOf: [schema, none] });
    const free = { type: "object", properties: { a: integer } };
    const ignored = [
      { additionalProperties: false },
      { additionalProperties: integer },
      { patternProperties: { "^a": integer } },
      { not: integer },
      { dependencies: { a: ["b"] } },
      { exclusiveMaximum: 1 },
    ];
    expectFit(optional(free), optional(free));
    expectFit(
      optional({ ...free, additionalProperties: true }),
      optional({ ...free, propertyNames: string }),
    );
    for (const keywords of ignored) {
      expectMisfit(optional({ ...free, ...keywords }), optional({ ...free, ...keywords }));
      expectMisfit(optional({ ...free, ...keywords }), optional(free));
      expectMisfit(optional(free), optional({ ...free, ...keywords }));
      expectFit({ ...free, ...keywords }, { ...free, ...keywords });
    }
    const lists = (items: unknown): unknown => optional({ type: "array", items });
    expectFit(lists(free), lists(free));
    expectMisfit(lists({ ...free, not: integer }), lists(free));
    expectMisfit(lists([integer]), lists([integer]));
  });

  it("tries all members, and members only until one matches", () => {
    expectCrash({ anyOf: [string, none] }, { anyOf: [pattern, none] });
    expectCrash({ anyOf: [integer, string] }, { anyOf: [none, pattern] });
    expectFit({ anyOf: [string, none] }, { anyOf: [string, none, pattern] });
    expectCrash({ anyOf: [string, none] }, { anyOf: [string, pattern, none] });
  });
});

describe("comparingSchemas of references", () => {
  const A = { type: "object", properties: { x: integer } };

  function refer(title: string, definitions: object, to = "A"): ReturnType<typeof recordWith> {
    return recordWith({
      title,
      type: "object",
      definitions,
      properties: { v: { $ref: `#/definitions/${to}` } },
    });
  }

  it("are followed on either side", () => {
    expect(castability(refer("A", { A }), refer("B", { A }))).toBe("castable");
    expect(castability(refer("A", { A }), recordWith({ title: "B", properties: { v: A } }))).toBe("castable");
    expect(castability(recordWith({ title: "B", properties: { v: A } }), refer("A", { A }))).toBe(
      "not-castable",
    );
    expect(castability(refer("A", { A: integer }), refer("B", { A }))).toBe("not-castable");
    expect(castability(refer("A", { A: { $ref: "#/definitions/C" }, C: A }), refer("B", { A }))).toBe(
      "castable",
    );
  });

  it("hide what stands beside them", () => {
    const beside = { $ref: "#/definitions/C", type: "string", pattern: "a" };
    expect(castability(refer("A", { A }), refer("B", { A: beside, C: A }))).toBe("castable");
  });

  it("crash the backend where both go round for ever", () => {
    const tree = { type: "object", properties: { next: { $ref: "#/definitions/A" } } };
    const deeper = {
      type: "object",
      properties: { next: { properties: { next: { $ref: "#/definitions/A" } } } },
    };
    const flat = { type: "object", properties: { next: { type: "object" } } };
    expect(castability(refer("A", { A: tree }), refer("B", { A: tree }))).toBe("crashes-backend");
    expect(castability(refer("A", { A: tree }), refer("A", { A: tree }))).toBe("castable");
    expect(castability(refer("A", { A: tree }), refer("B", { A: flat }))).toBe("castable");
    expect(castability(refer("A", { A: flat }), refer("B", { A: tree }))).toBe("not-castable");
    // What does not fit on the way does not end it.
    expect(castability(refer("A", { A: deeper }), refer("B", { A: tree }))).toBe("crashes-backend");
  });

  it("crash the backend where one leads to itself", () => {
    const self = { $ref: "#/definitions/A" };
    expect(castability(refer("A", { A: self }), refer("B", { A }))).toBe("crashes-backend");
    expect(castability(refer("A", { A }), refer("B", { A: self }))).toBe("crashes-backend");
    // Not compared, not followed.
    expect(castability(refer("A", { A: self }), recordWith({ title: "B" }))).toBe("castable");
  });

  it("may lead to the whole document, and out of an anyOf", () => {
    const list = (title: string): ReturnType<typeof recordWith> =>
      recordWith({ title, type: "object", properties: { next: { anyOf: [{ $ref: "#" }, none] } } });
    expect(castability(list("A"), list("B"))).toBe("crashes-backend");
  });
});
