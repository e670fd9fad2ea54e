import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { moduleText } from "../../src/pull/module/module-text.js";

/** The code of a module with one task that takes a record of this schema. */
function pulled(metadata: { [key: string]: unknown }): string {
  const type: idl.LiteralType = {
    type: { $case: "simple", value: 9 },
    metadata,
    annotation: undefined,
    structure: undefined,
  };
  const variable = { type, description: "x", artifactPartialId: undefined, artifactTag: undefined };
  const id = { kind: "task", project: "p", domain: "d", name: "a.b", version: "v" } as const;
  const entity = { ...id, description: "", inputs: new Map([["x", { variable }]]), outputs: new Map() };
  const { text, leftOut } = moduleText([entity], { project: "p", domain: "d", kinds: ["task"] });
  expect(leftOut).toEqual([]);
  return text
    .split("\n")
    .filter((line) => !line.startsWith("//"))
    .join("\n");
}

describe("a schema of the dialect that flytekit wrote before 1.11", () => {
  const text = pulled({
    $schema: "http://json-schema.org/draft-07/schema#",
    definitions: {
      Foo: {
        required: ["x"],
        properties: {
          x: { title: "x", type: "integer" },
          y: { title: "y", type: ["string", "null"], default: null },
          bar: { type: "object", $ref: "#/definitions/Bar" },
          by: { title: "by", type: "object", additionalProperties: { title: "by", type: "number" } },
          at: { title: "at", type: "string", format: "date-time" },
          xs: { title: "xs", type: "array", items: { title: "xs", type: "integer" } },
        },
        type: "object",
        additionalProperties: false,
      },
      Bar: { required: [], properties: { n: { title: "n", type: "number", default: 1 } }, type: "object" },
    },
    $ref: "#/definitions/Foo",
  });

  it("becomes records that are called as their definitions", () => {
    expect(text).toContain('export class Bar extends t.struct("Bar", {\n  n: t.float().default(1),\n})');
    expect(text).toContain('t.struct("Foo", {\n  x: t.int(),\n');
    for (const field of ["bar: Bar,", "by: t.map(t.float()),", "at: t.datetime(),", "xs: t.list(t.int()),"])
      expect(text).toContain(`\n  ${field}\n`);
    expect(text).toContain("  y: t.optional(t.string()),");
    expect(text).not.toContain("Pydantic");
  });
});

describe("a schema of pydantic", () => {
  it("is told by its titles and definitions", () => {
    const text = pulled({
      type: "object",
      title: "Model",
      properties: {
        wait: { format: "duration", title: "Wait", type: "string" },
        data: { format: "binary", title: "Data", type: "string" },
        inner: { allOf: [{ $ref: "#/$defs/Inner" }], default: { n: 2 }, title: "Inner" },
        tags: { items: { type: "string" }, title: "Tags", type: "array", uniqueItems: true, default: [] },
      },
      $defs: {
        Inner: {
          type: "object",
          title: "Inner",
          properties: { n: { title: "N", type: "integer" } },
          required: ["n"],
        },
      },
      required: ["wait", "data"],
    });
    expect(text.match(/tag: "Pydantic Transformer"/g)).toHaveLength(2);
    for (const field of [
      "data: t.string(),",
      "inner: Inner.default({ n: 2 }),",
      "tags: t.list(t.string()).default([]),",
    ])
      expect(text).toContain(`\n  ${field}\n`);
    expect(text).toContain('pydantic writes it: "PT1M30S".\n  wait: t.string(),');
  });
});

describe("a schema of ours", () => {
  it("that contains itself has no schema, but the types of its fields", () => {
    const fields = new Map<string, idl.LiteralType>([
      [
        "leaf",
        {
          type: { $case: "simple", value: 1 },
          metadata: undefined,
          annotation: undefined,
          structure: undefined,
        },
      ],
    ]);
    const type: idl.LiteralType = {
      type: { $case: "simple", value: 9 },
      metadata: undefined,
      annotation: { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } },
      structure: { tag: "", dataclassType: fields },
    };
    const variable = { type, description: "o0", artifactPartialId: undefined, artifactTag: undefined };
    const id = { kind: "task", project: "p", domain: "d", name: "a.b", version: "v" } as const;
    const entity = { ...id, description: "", inputs: new Map(), outputs: new Map([["o0", variable]]) };
    const { text } = moduleText([entity], { project: "p", domain: "d", kinds: ["task"] });
    expect(text).toContain('t.struct("Record", {\n  leaf: t.int(),\n})');
    expect(text).toContain("{ literalType: { metadata: undefined } }");
  });
});
