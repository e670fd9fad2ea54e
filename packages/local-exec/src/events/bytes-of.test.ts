import { toLiterals } from "@flytekit-ts/core/literals";
import { t, task } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { bytesOf } from "./bytes-of.js";

const inputs = {
  n: t.int(),
  s: t.string(),
  b: t.boolean(),
  maybe: t.optional(t.string()),
  list: t.list(t.string()),
  dict: t.map(t.int()),
};
const { interface: declared } = task({ name: "all", inputs }, () => {});
const given = { n: 3, s: "é", b: true, maybe: "four", list: ["a", "bc"], dict: { key: 1 } };

describe("the bytes of literals", () => {
  it("are those of all values in them", () => {
    expect(bytesOf(toLiterals(declared.inputs, given))).toBe(8 + 2 + 1 + 4 + 3 + (3 + 8));
  });

  it("are none of nothing", () => {
    expect(bytesOf(new Map())).toBe(0);
  });
});
