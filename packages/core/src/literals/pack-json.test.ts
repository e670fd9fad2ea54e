import { decode } from "@msgpack/msgpack";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

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
