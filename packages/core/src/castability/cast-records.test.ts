import { describe, expect, it } from "vitest";

import { recordOf, recordWith, STRUCT } from "../../test/support/types.js";
import { castability } from "./castability.js";

const field = { type: "string", format: "uuid" };

describe("castingRecords", () => {
  it("takes any record where one has no schema", () => {
    expect(castability(STRUCT, recordOf("A", field))).toBe("castable");
    expect(castability(recordOf("A", field), STRUCT)).toBe("castable");
  });

  it("takes the same schema whatever it is, up to the order of keys", () => {
    const [first, second] = [
      { type: "string", format: "uuid" },
      { format: "uuid", type: "string" },
    ];
    expect(castability(recordOf("A", first), recordOf("A", second))).toBe("castable");
    expect(castability(recordOf("A", first), recordOf("B", second))).toBe("not-castable");
    const lists = [
      ["a", "b"],
      ["b", "a"],
    ].map((required) => recordWith({ required, format: "uuid" }));
    expect(lists.map((from) => lists.map((to) => castability(from, to)))).toEqual([
      ["castable", "not-castable"],
      ["not-castable", "castable"],
    ]);
  });

  it("does not compare what the validator does not understand, on either side", () => {
    const [known, unknown] = [recordWith({ title: "A" }), recordWith({ title: "B", format: "uuid" })];
    expect(castability(known, unknown)).toBe("not-castable");
    expect(castability(unknown, known)).toBe("not-castable");
    expect(castability(known, recordWith({ title: "B" }))).toBe("castable");
  });

  it("takes an empty schema for itself only: it reaches the validator as null", () => {
    expect(castability(recordWith({}), recordWith({}))).toBe("castable");
    expect(castability(recordWith({ title: "A" }), recordWith({}))).toBe("not-castable");
    expect(castability(recordWith({}), recordWith({ title: "A" }))).toBe("not-castable");
  });

  it("crashes over a keyword that the validator reads unseen", () => {
    const odd = recordWith({ title: "B", properties: { a: { regexProperties: 1 } } });
    expect(castability(recordWith({ title: "A" }), odd)).toBe("crashes-backend");
    expect(castability(odd, recordWith({ title: "A" }))).toBe("crashes-backend");
    expect(castability(odd, odd)).toBe("castable");
    const sound = recordWith({ title: "B", regexProperties: true });
    expect(castability(sound, recordWith({ title: "A" }))).toBe("castable");
    const older = { $schema: "http://json-schema.org/draft-04/schema#", regexProperties: 1 };
    expect(castability(recordWith({ title: "A" }), recordWith(older))).toBe("not-castable");
    const referred = { $ref: "#/definitions/A", regexProperties: 1, definitions: { A: {} } };
    expect(castability(recordWith({}), recordWith(referred))).toBe("not-castable");
    expect(castability(recordWith({ title: "A" }), recordWith(referred))).not.toBe("crashes-backend");
  });

  it("takes no schema with a number that JSON does not have, not even for itself", () => {
    const record = recordWith({ title: "A", properties: { ratio: { type: "number", default: NaN } } });
    expect(castability(record, record)).toBe("not-castable");
  });
});
