import { describe, expect, it } from "vitest";

import { fromLiteral, toLiteral } from "../../../test/support/convert.js";
import { t } from "../../makers/t.js";
import { resolveType } from "../../schemas/resolve-type.js";
import { blankRecord } from "./blank-record.js";
import { fieldsOf } from "./record-field.js";

describe("blankRecord", () => {
  it("has the fields in order, without values", () => {
    const fields = { b: t.int(), a: t.string() };
    const types = new Map(Object.entries(fields).map(([key, type]) => [key, resolveType(type, key)]));
    expect(Object.entries(blankRecord(fieldsOf(types)))).toEqual([
      ["b", null],
      ["a", null],
    ]);
    expect(blankRecord([])).toEqual({});
  });

  it.each([3, 64, 65, 200])("gives records of %d fields that share nothing", (size) => {
    const names = Array.from({ length: size }, (_, i) => `f${i}`);
    const type = t.struct("R", Object.fromEntries(names.map((name) => [name, t.list(t.int())])));
    const value = Object.fromEntries(names.map((name, i) => [name, [i]]));
    const literal = toLiteral(type, value);
    const [one, other] = [fromLiteral(type, literal), fromLiteral(type, literal)] as [object, object];
    expect(one).toEqual(value);
    expect(Object.keys(one)).toEqual(names);
    Object.assign(one, { f0: [7], more: 1 });
    expect(other).toEqual(value);
    expect(fromLiteral(type, literal)).toEqual(value);
  });

  it("gives plain records, also with names that objects have", () => {
    const type = t.struct("R", { constructor: t.string(), toString: t.boolean() });
    const value = { constructor: "x", toString: true };
    const read = fromLiteral(type, toLiteral(type, value)) as object;
    expect(Object.entries(read)).toEqual(Object.entries(value));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
