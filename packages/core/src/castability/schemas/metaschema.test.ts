import { describe, expect, it } from "vitest";

import { checkSchema } from "./check-schema.js";
import type { Draft } from "./metaschema.js";

function check(schema: unknown, draft: Draft = 7): string | undefined {
  return checkSchema(schema, "", draft, { bases: new Map(), byId: new Map() });
}

const expectTaken = (schema: unknown, draft?: Draft): void => expect(check(schema, draft)).toBeUndefined();
const expectRefused = (schema: unknown, draft?: Draft): void => expect(check(schema, draft)).toBeDefined();

describe("the metaschema", () => {
  it.each<[keyword: string, good: unknown[], bad: unknown[]]>([
    ["title", [""], [1, null]],
    ["description", ["d"], [1]],
    ["type", ["null", ["string", "null"]], ["any", [], ["string", "string"], ["string", 1], null]],
    [
      "enum",
      [[1], ["a", 1], [[1], [2]], [{ a: 1 }, { a: 2 }]],
      [[], [1, 1], [0, -0], [{ a: 1 }, { a: 1 }], "a"],
    ],
    ["multipleOf", [0.5], [0, -1, "1"]],
    ["minimum", [-1.5], ["1", null]],
    ["maxLength", [0, 1e20], [-1, 0.5, 1e21, "1"]],
    ["minItems", [2], [-1]],
    ["maxProperties", [2], [true]],
    ["uniqueItems", [true, false], [1]],
    ["pattern", ["^a"], ["(?=a)", 1]],
    ["required", [["a", "b"]], [["a", "a"], [1], "a", {}]],
    ["properties", [{}, { type: {} }], [[], { a: 1 }, { a: { type: 1 } }]],
    ["patternProperties", [{ "^a": {} }], [{ "(": {} }, { a: 1 }]],
    ["items", [{}, [{}]], [[], 1, [1]]],
    ["anyOf", [[{}]], [[], {}, [{ type: 1 }]]],
    ["not", [{}], [1, null]],
    ["definitions", [{ A: {} }], [{ A: 1 }, []]],
    ["dependencies", [{ a: ["b"] }, { a: {} }], [{ a: ["b", "b"] }, { a: 1 }]],
    ["$schema", ["http://a"], ["a", 1]],
    ["$ref", ["#/a"], [1]],
    ["unknown", [1, { type: 1 }], []],
  ])("has the same rule for %s in all drafts", (keyword, good, bad) => {
    for (const draft of [4, 6, 7] as const) {
      for (const value of good) expectTaken({ [keyword]: value }, draft);
      for (const value of bad) expectRefused({ [keyword]: value }, draft);
    }
  });

  it("has rules that came with drafts", () => {
    expectTaken({ required: [] });
    expectRefused({ required: [] }, 4);
    expectTaken({ dependencies: { a: [] } }, 6);
    expectRefused({ dependencies: { a: [] } }, 4);
    expectTaken({ exclusiveMinimum: 1 });
    expectRefused({ exclusiveMinimum: true }, 6);
    expectTaken({ exclusiveMinimum: true, minimum: 1 }, 4);
    expectRefused({ exclusiveMinimum: true }, 4);
    expectRefused({ exclusiveMaximum: 1, maximum: 1 }, 4);
    expectTaken({ $comment: 1, readOnly: 1, examples: 1, contentEncoding: "x", if: 1 }, 6);
    expectRefused({ $comment: 1 });
    expectRefused({ readOnly: 1 });
    expectRefused({ examples: 1 });
    expectRefused({ contentEncoding: "gzip" });
    expectRefused({ contentMediaType: "text/html" });
    expectTaken({ contentEncoding: "base64", contentMediaType: "application/json" });
    expectRefused({ if: 1 });
    expectRefused({ propertyNames: 1 }, 6);
    expectTaken({ propertyNames: 1, contains: 1, $id: 1 }, 4);
    expectRefused({ id: 1 }, 4);
    expectTaken({ id: 1 });
    expectRefused({ $id: 1 });
    expectRefused({ $ref: "%zz" });
    expectTaken({ $ref: "%zz" }, 4);
  });

  it("knows true and false for schemas since draft 6", () => {
    expectTaken({ properties: { a: true }, items: false, not: true }, 6);
    expectRefused({ properties: { a: true } }, 4);
    expectTaken({ additionalProperties: false, additionalItems: true }, 4);
  });
});
