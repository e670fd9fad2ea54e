import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { roundTrip, transformerOf, wireOf } from "../../test/support/convert.js";
import { here } from "../../test/support/here.js";
import { createType } from "../makers/create-type.js";
import { t } from "../makers/t.js";
import { runtimeType } from "./runtime-type.js";

const annotationOf = (type: Parameters<typeof transformerOf>[0]): unknown =>
  transformerOf(type).literalType.annotation?.annotations;

describe("annotate", () => {
  it("writes the annotation that flytekit writes", () => {
    expect(wireOf(t.int().annotate({ unit: "m" }), 3)).toEqual(["CAFKDwoNCgsKBHVuaXQSAxoBbQ==", "CgQKAggD"]);
    expect(annotationOf(t.list(t.int()).annotate({ a: [1, { b: null }] }))).toEqual({ a: [1, { b: null }] });
    expect(annotationOf(t.optional(t.int()).annotate({ a: 1 }))).toEqual({ a: 1 });
    expect(annotationOf(t.int().annotate({}))).toEqual({});
    expect(roundTrip(t.int().annotate({ a: 1 }), 3)).toBe(3);
  });

  it("is kept in lists, maps and unions, and left out in records, as in flytekit", () => {
    const metres = t.int().annotate({ unit: "m" });
    expect(transformerOf(t.list(metres)).literalType).toMatchObject({
      type: { value: { annotation: { annotations: { unit: "m" } } } },
    });
    expect(transformerOf(t.optional(metres)).literalType).toMatchObject({
      type: {
        value: { variants: [{ annotation: { annotations: { unit: "m" } }, structure: { tag: "int" } }, {}] },
      },
    });
    const plain = { a: t.int(), b: t.list(t.int()), c: t.optional(t.int()), d: t.map(t.int()) };
    const annotated = { a: metres, b: t.list(metres), c: t.optional(metres), d: t.map(metres) };
    expect(transformerOf(t.struct("R", annotated)).literalType).toEqual(
      transformerOf(t.struct("R", plain)).literalType,
    );
    const kept = { j: t.json(), s: t.struct("S", {}), l: t.literal(["a"]) };
    const { dataclassType } = transformerOf(t.struct("R", kept)).literalType.structure ?? {};
    expect([...(dataclassType?.values() ?? [])].map(({ annotation }) => annotation)).toEqual([
      transformerOf(kept.j).literalType.annotation,
      transformerOf(kept.s).literalType.annotation,
      transformerOf(kept.l).literalType.annotation,
    ]);
  });

  it("copies what it is given", () => {
    const given = { a: [1] };
    const type = t.int().annotate(given);
    given.a.push(2);
    expect(annotationOf(type)).toEqual({ a: [1] });
  });

  it("is added to an annotation that the transformer has, which wins", () => {
    const { transformer } = runtimeType(t.int(), "x");
    const annotation = { annotations: { own: 1, both: 1 } };
    const type = createType<unknown, "own">({
      transformer: { ...transformer, depth: 1, literalType: { ...transformer.literalType, annotation } },
    });
    expect(annotationOf(type.annotate({ both: 2, mine: 3 }))).toEqual({ own: 1, both: 1, mine: 3 });
  });

  it("counts how deep it is", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 20; i += 1) deep = { a: deep };
    expect(transformerOf(t.int().annotate(deep as never)).depth).toBeGreaterThanOrEqual(60);
    for (let i = 0; i < 20; i += 1) deep = { a: deep };
    expect(caught(() => t.int().annotate(deep as never)).code).toBe("VALUE_TOO_DEEP");
  });

  it("refuses a second one, a reserved key, and what is no JSON", () => {
    const wrong = (annotation: unknown): string => refusal(() => t.int().annotate(annotation as never));
    expect(refusal(() => t.int().annotate({ a: 1 }).annotate({ b: 1 }))).toMatch(
      /a type that has one already/,
    );
    expect(wrong({ "cache-key-metadata": 1 })).toMatch(
      /takes keys of your own, but was given the key cache-key/,
    );
    for (const value of [
      "x",
      [],
      null,
      undefined,
      1,
      new Map(),
      { a: undefined },
      { a: Number.NaN },
      { a: 1n },
    ])
      expect(wrong(value)).toMatch(/^OPTION_INVALID: .* takes an object with values of JSON, but was given/);
    const cycle: Record<string, unknown> = {};
    cycle["a"] = cycle;
    expect(wrong(cycle)).toMatch(/takes an object with values of JSON/);
    expect(wrong({ a: "\ud800" })).toMatch(/takes an object with values of JSON/);
  });

  it("refuses maps, enums, choices and records, as flytekit does", () => {
    for (const [type, words] of [
      [t.map(t.int()), "a map"],
      [t.map(t.int(), { keys: t.int() }), "a record or map"],
      [t.json(), "a record or map"],
      [t.enum(["a"]), "an enum"],
      [t.literal(["a"]), "a choice"],
      [t.struct("R", {}), "a record or map"],
    ] as const)
      expect(refusal(() => type.annotate({ a: 1 }))).toBe(
        `OPTION_INVALID: The option \`annotate\` of a type takes no annotation on ${words}, but was given an annotation.`,
      );
  });

  it("points at the author's line", () => {
    const error = caught(() => t.int().annotate(1 as never)); // annotate
    expect(error.location).toEqual(here(import.meta.url, "annotate", "annotate(1"));
  });
});
