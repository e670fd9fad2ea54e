import { decode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { packJson } from "./pack-json.js";

const hex = (value: unknown): string => Buffer.from(packJson(value)).toString("hex");

describe("packJson", () => {
  it("packs any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        fc.pre(!JSON.stringify(json).includes("__proto__"));
        expect(JSON.stringify(decode(packJson(json)))).toBe(JSON.stringify(json));
      }),
    );
  });

  it("writes whole numbers as integers, which both integers and floats read", () => {
    expect([hex(1), hex(1.5), hex(2 ** 53)]).toEqual(["01", "cb3ff8000000000000", "cb4340000000000000"]);
  });

  it("keeps a key __proto__", () => {
    expect(hex(JSON.parse('{ "__proto__": 1 }'))).toBe("81a95f5f70726f746f5f5f01");
  });
});

describe("packJson, given what no bytes can hold", () => {
  it("refuses what has no end", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i += 1) deep = { a: deep };
    for (const value of [cycle, deep])
      expect(refusal(() => packJson(value))).toBe(
        "VALUE_TYPE_MISMATCH: The value should be JSON of at most 1000 levels, but was one that is deeper.",
      );
  });

  it("refuses half a surrogate pair, which would become another character", () => {
    for (const value of ["\ud800", { "\udc00": 1 }])
      expect(refusal(() => packJson(value))).toBe(
        "VALUE_TYPE_MISMATCH: The value should be JSON, but was a string with half a surrogate pair.",
      );
  });

  it("keeps the sign of zero", () => {
    expect(Buffer.from(packJson([-0, 0])).toString("hex")).toBe("92cb800000000000000000");
  });
});
