import { describe, expect, it } from "vitest";

import { recordOf } from "../../../test/support/types.js";
import { castability } from "../castability.js";

const DRAFT_4 = "http://json-schema.org/draft-04/schema#";
const DRAFT_6 = "http://json-schema.org/draft-06/schema#";

function verdict(from: unknown, to: unknown, $schema: string): string {
  return castability(recordOf("A", from, { $schema }), recordOf("B", to, { $schema }));
}

describe("readSchema", () => {
  it("knows that an exclusive limit of draft 4 is none of the plain ones", () => {
    const limit = (exclusiveMinimum: boolean): unknown => ({ type: "number", minimum: 1, exclusiveMinimum });
    const free = { type: "number" };
    expect(verdict(free, limit(true), DRAFT_4)).toBe("castable");
    expect(verdict(free, limit(false), DRAFT_4)).toBe("not-castable");
    expect(verdict(limit(true), limit(false), DRAFT_4)).toBe("not-castable");
    const optional = (schema: unknown): unknown => ({ anyOf: [schema, { type: "null" }] });
    expect(verdict(optional(limit(false)), optional(limit(false)), DRAFT_4)).toBe("castable");
    expect(verdict(optional(limit(true)), optional(limit(true)), DRAFT_4)).toBe("not-castable");
  });

  it("knows constants since draft 6", () => {
    expect(verdict({ const: "a" }, { const: "b" }, DRAFT_4)).toBe("castable");
    expect(verdict({ const: "a" }, { const: "b" }, DRAFT_6)).toBe("not-castable");
  });

  it("takes true for additional properties as if they were not mentioned", () => {
    const open = (additionalProperties: boolean): unknown => ({
      anyOf: [{ type: "object", additionalProperties }, { type: "null" }],
    });
    expect(verdict(open(true), open(true), DRAFT_4)).toBe("castable");
    expect(verdict(open(false), open(true), DRAFT_4)).toBe("not-castable");
  });
});
