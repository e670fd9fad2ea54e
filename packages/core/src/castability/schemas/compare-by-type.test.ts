import { describe, expect, it } from "vitest";

import { recordOf } from "../../../test/support/types.js";
import { castability } from "../castability.js";

type Keywords = Record<string, unknown>;

// The titles differ, so that the schemas are compared at all.
const verdict = (from: unknown, to: unknown): string => castability(recordOf("A", from), recordOf("B", to));
const of = (type: unknown) => (keywords: Keywords) => ({ type, ...keywords });

function expectFit(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("castable");
}
function expectMisfit(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("not-castable");
}
function expectCrash(from: unknown, to: unknown): void {
  expect(verdict(from, to)).toBe("crashes-backend");
}

describe("compareByType of strings", () => {
  const string = of("string");

  it("wants the same format", () => {
    expectFit(string({ format: "date" }), string({ format: "date" }));
    expectMisfit(string({ format: "date" }), string({}));
    expectMisfit(string({}), string({ format: "date" }));
  });

  it("wants every value of an enum among those of the other, if there is one", () => {
    expectFit(string({ enum: ["a"] }), string({ enum: ["b", "a"] }));
    expectFit(string({}), string({ enum: ["a"] }));
    expectFit(string({ enum: ["a"] }), string({}));
    expectMisfit(string({ enum: ["a", "b"] }), string({ enum: ["a"] }));
  });

  it("crashes over an enum with anything else", () => {
    expectCrash(string({ enum: ["a", 1] }), string({ enum: ["a"] }));
    expectCrash(string({}), string({ enum: ["a", 1] }));
    expectCrash({ type: "integer", enum: [1] }, string({ enum: ["a"] }));
    expectMisfit({ type: "integer", enum: [1] }, string({}));
    expectFit(string({ enum: ["a", 1] }), string({}));
  });

  it("wants the same pattern, and crashes where there is none", () => {
    expectFit(string({ pattern: "a" }), string({ pattern: "a" }));
    expectFit(string({ pattern: "a" }), string({}));
    expectMisfit(string({ pattern: "a" }), string({ pattern: "b" }));
    expectCrash(string({}), string({ pattern: "a" }));
    expectCrash({ type: "integer" }, string({ pattern: "a" }));
    expectCrash({}, { type: ["null", "string"], pattern: "a" });
    expectFit({ type: "integer" }, { type: "integer", pattern: "a" });
  });

  it("wants lengths that are no wider", () => {
    for (const [narrow, wide] of [
      [{ minLength: 3 }, { minLength: 2 }],
      [{ maxLength: 2 }, { maxLength: 3 }],
      [{ minLength: 2 }, { minLength: 2 }],
      [{ minLength: 0 }, {}],
    ]) {
      expectFit(string(narrow ?? {}), string(wide ?? {}));
    }
    expectMisfit(string({ minLength: 2 }), string({ minLength: 3 }));
    expectMisfit(string({ maxLength: 3 }), string({ maxLength: 2 }));
    expectMisfit(string({}), string({ minLength: 0 }));
    expectMisfit(string({ minLength: 2 }), string({ maxLength: 2 }));
  });

  it("takes all lengths beyond 64 bits for one", () => {
    expectFit(string({ maxLength: 2e20 }), string({ maxLength: 1e20 }));
    expectMisfit(string({ maxLength: 2e18 }), string({ maxLength: 1e18 }));
  });
});

describe("compareByType of numbers", () => {
  const number = of("number");

  it("wants bounds that are no wider", () => {
    expectFit(number({ minimum: 2 }), number({ minimum: 1.5 }));
    expectFit(number({ maximum: -1 }), number({ maximum: -1 }));
    expectMisfit(number({ minimum: 1 }), number({ minimum: 1.5 }));
    expectMisfit(number({}), number({ maximum: 1 }));
  });

  it("does not look at exclusive bounds", () => {
    expectFit(number({}), number({ exclusiveMinimum: 1 }));
    expectFit(number({ exclusiveMinimum: 1 }), number({ exclusiveMinimum: 2 }));
    expectMisfit(number({ exclusiveMinimum: 1 }), number({ minimum: 1 }));
  });

  it("divides a multipleOf without its fraction", () => {
    expectFit(number({ multipleOf: 4 }), number({ multipleOf: 2 }));
    expectFit(number({ multipleOf: 4.5 }), number({ multipleOf: 2.9 }));
    expectFit(number({ multipleOf: 0.5 }), number({ multipleOf: 3 }));
    expectMisfit(number({ multipleOf: 3 }), number({ multipleOf: 2 }));
  });

  it("crashes over a multipleOf on one side, and below 1", () => {
    expectCrash(number({ multipleOf: 2 }), number({}));
    expectCrash(number({}), number({ multipleOf: 2 }));
    expectCrash({ type: "integer", multipleOf: 2 }, number({}));
    expectCrash(number({ multipleOf: 2 }), number({ multipleOf: 0.5 }));
  });

  it("does not look at integers", () => {
    const integer = of("integer");
    expectFit(integer({}), integer({ minimum: 1, maximum: 2, multipleOf: 3 }));
    expectFit(integer({ multipleOf: 2 }), integer({}));
    expectMisfit(integer({}), number({}));
    expectMisfit(number({}), integer({}));
  });
});

describe("compareByType of lists", () => {
  const array = of("array");
  const integers = { items: { type: "integer" } };

  it("wants items where some are wanted", () => {
    expectFit(array(integers), array(integers));
    expectFit(array(integers), array({}));
    expectMisfit(array({}), array(integers));
    expectMisfit(array(integers), array({ items: { type: "number" } }));
    expectFit(array({ items: true }), array({ items: {} }));
  });

  it("wants tuples of one length, item by item", () => {
    const tuple = (...types: string[]): unknown => array({ items: types.map((type) => ({ type })) });
    expectFit(tuple("integer", "string"), tuple("integer", "string"));
    expectMisfit(tuple("integer", "string"), tuple("string", "integer"));
    expectMisfit(tuple("integer", "string"), tuple("integer"));
    expectMisfit(tuple("integer"), array(integers));
    expectMisfit(array(integers), tuple("integer"));
  });

  it("wants different items, and numbers of them that are no wider", () => {
    expectFit(array({ uniqueItems: true }), array({ uniqueItems: true }));
    expectFit(array({ uniqueItems: true }), array({}));
    expectMisfit(array({}), array({ uniqueItems: true }));
    expectFit(array({}), array({ uniqueItems: false }));
    expectFit(array({ minItems: 2, maxItems: 3 }), array({ minItems: 1, maxItems: 3 }));
    expectMisfit(array({ minItems: 1 }), array({ minItems: 2 }));
    expectMisfit(array({}), array({ maxItems: 2 }));
  });
});

describe("compareByType of records", () => {
  const object = of("object");
  const a = { properties: { a: { type: "integer" } } };

  it("wants the fields, and those required that have to be", () => {
    expectFit(object({ ...a, required: ["a"] }), object(a));
    expectMisfit(object(a), object({ ...a, required: ["a"] }));
    expectFit(object(a), object({}));
    expectMisfit(object({}), object(a));
    expectMisfit(object({ ...a, required: ["a"] }), object({ properties: { b: {} } }));
    expectMisfit(object({ required: ["a"] }), object({ ...a, required: ["a"] }));
  });

  it("wants numbers of fields that are no wider", () => {
    expectFit(object({ minProperties: 2 }), object({ minProperties: 1 }));
    expectMisfit(object({}), object({ minProperties: 1 }));
    expectMisfit(object({ maxProperties: 2 }), object({ maxProperties: 1 }));
  });

  it("does not look at what else there may be", () => {
    expectFit(object({ additionalProperties: { type: "integer" } }), object({ additionalProperties: false }));
    expectFit(object({}), object({ patternProperties: { "^a": false } }));
    expectFit(object({}), object({ dependencies: { a: ["b"] } }));
    expectFit(object({}), object({ propertyNames: { type: "integer" }, not: {} }));
  });

  it("compares what has no type as records", () => {
    expectMisfit({}, a);
    expectMisfit({}, { required: ["a"] });
    expectFit({ ...a, required: ["a"] }, { required: ["a"] });
    expectFit({ enum: ["a"], minLength: 1 }, { enum: ["b"], minLength: 2 });
  });

  it("makes the checks of all types that are wanted, and of no others", () => {
    expectMisfit({ type: ["string", "object"] }, { type: ["string", "object"], minLength: 1 });
    expectMisfit({ type: ["string", "object"] }, { type: ["string", "object"], minProperties: 1 });
    expectFit({ type: ["string", "null"] }, { type: ["string", "null"], minProperties: 1, minItems: 1 });
  });
});
