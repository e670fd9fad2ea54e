import { describe, expect, it } from "vitest";

import { compileSchema } from "./compile-schema.js";

function problemOf(schema: Record<string, unknown>): string | undefined {
  const compilation = compileSchema(schema, { left: 1e6 });
  return "problem" in compilation ? compilation.problem : undefined;
}

const draft = (version: string): string => `http://json-schema.org/${version}schema#`;
const [DRAFT_4, DRAFT_6, DRAFT_7] = [draft("draft-04/"), draft("draft-06/"), draft("draft-07/")];

describe("compileSchema", () => {
  it.each([DRAFT_4, DRAFT_6, DRAFT_7, draft("")])("knows the draft %s", ($schema) => {
    expect(problemOf({ $schema, title: "A" })).toBeUndefined();
  });

  it.each([
    ...[draft("draft-03/"), draft("draft-07/").slice(0, -1), draft("draft-07/").replace("http", "https")],
    ...["https://json-schema.org/draft/2020-12/schema", "", 7, null],
  ])("does not know the draft %j", ($schema) => {
    expect(problemOf({ $schema, title: "A" })).toContain("the $schema");
  });

  it.each([
    ...["date-time", "date", "time", "email", "hostname", "ipv4", "ipv6", "uri", "uriref", "uri-reference"],
    ...["uri-template", "iri", "json-pointer", "relative-json-pointer", "regex"],
  ])("knows the format %s", (format) => {
    expect(problemOf({ type: "string", format })).toBeUndefined();
  });

  it.each([
    ...["uuid", "duration", "byte", "binary", "int32", "int64", "float", "double", "password", "idn-email"],
    ...["time-delta", "Date", "", "constructor"],
  ])("does not know the format %s, wherever it is", (format) => {
    expect(problemOf({ type: "string", format })).toBe(`the format ${JSON.stringify(format)}`);
    expect(problemOf({ definitions: { unused: { anyOf: [{ format }] } } })).toContain("the format");
    expect(problemOf({ $ref: "#/definitions/A", definitions: { A: {} }, format })).toContain("the format");
    expect(problemOf({ properties: { format: { const: format } }, default: { format } })).toBeUndefined();
    expect(problemOf({ $defs: { A: { format } } })).toBeUndefined();
    expect(problemOf({ $defs: { A: { format } }, items: { $ref: "#/$defs/A" } })).toContain("the $ref");
  });

  it("follows references within the document only", () => {
    const A = { type: "string" };
    expect(problemOf({ definitions: { A }, items: { $ref: "#/definitions/A" } })).toBeUndefined();
    expect(problemOf({ items: [A, { $ref: "#/items/0" }] })).toBeUndefined();
    expect(problemOf({ items: { $ref: "#" } })).toBeUndefined();
    expect(
      problemOf({ definitions: { "a/b~c": A }, items: { $ref: "#/definitions/a~1b~0c" } }),
    ).toBeUndefined();
    expect(problemOf({ definitions: { "a b": A }, items: { $ref: "#/definitions/a%20b" } })).toBeUndefined();
    expect(problemOf({ definitions: { A }, items: { $ref: "#/definitions/B" } })).toContain("the $ref");
    expect(problemOf({ items: { $ref: "#/title" }, title: "text" })).toContain("the $ref");
    expect(problemOf({ items: [A, { $ref: "#/items/2" }] })).toContain("the $ref");
    expect(problemOf({ items: { $ref: "other.json" } })).toContain("the $ref");
    expect(problemOf({ items: { $ref: "http://a.b/c" } })).toContain("the $ref");
    expect(problemOf({ items: { $ref: "#/definitions/__proto__" } })).toContain("the $ref");
  });

  it("minds references only where a schema is compiled", () => {
    const $ref = "#/nowhere";
    for (const keyword of ["not", "additionalProperties", "propertyNames", "contains"]) {
      expect(problemOf({ [keyword]: { $ref } })).toContain("the $ref");
    }
    expect(problemOf(JSON.parse(`{ "if": { "$ref": "${$ref}" }, "then": {} }`))).toContain("the $ref");
    expect(problemOf({ if: { $ref } })).toBeUndefined();
    expect(problemOf({ definitions: { unused: { $ref } } })).toBeUndefined();
    expect(problemOf({ $schema: DRAFT_4, contains: { $ref } })).toBeUndefined();
  });

  it("finds schemas by their ids", () => {
    const named = ($id: string, $ref: string): string | undefined =>
      problemOf({ definitions: { A: { $id, type: "string" } }, items: { $ref } });
    expect(named("#a", "#a")).toBeUndefined();
    expect(named("http://a.b/c", "http://a.b/c#")).toBeUndefined();
    expect(named("a.json", "a.json")).toBeUndefined();
    expect(named("#a", "#b")).toContain("the $ref");
    expect(
      problemOf({ $id: "http://a.b/c", definitions: { A: { $id: "d" } }, items: { $ref: "d" } }),
    ).toBeUndefined();
    expect(problemOf({ $schema: DRAFT_4, id: "#a", not: { $ref: "#a" } })).toBeUndefined();
    expect(problemOf({ $schema: DRAFT_4, $id: "#a", not: { $ref: "#a" } })).toContain("the $ref");
  });

  it("takes no document that is no JSON, and none without keywords", () => {
    expect(problemOf({ default: NaN })).toContain("JSON");
    expect(problemOf({ unknown: { deep: [Infinity] } })).toContain("JSON");
    expect(problemOf({})).toContain("lack of keywords");
    expect(problemOf({ title: undefined })).toContain("lack of keywords");
  });
});
