import { inspect } from "node:util";

import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { here } from "../../test/support/here.js";
import { createVoidPromise, isVoidPromise } from "./void-promise.js";

const promise = createVoidPromise({ trace: {}, index: 0, entity: "notify" });
const loose: any = promise;

describe("a void promise", () => {
  it.each([
    ["a template", () => `${loose}`],
    ["adding", () => loose + 1],
    ["<", () => loose < 1],
  ])("cannot be used by %s", (_what, act) => {
    expect(refusal(act)).toBe(
      "VOID_USED_AS_VALUE: The result of notify was used as a value, but it has no outputs.",
    );
  });

  it("shows the author's line", () => {
    const act = () => loose * 2; // expression
    expect(caught(act).location?.line).toBe(here(import.meta.url, "expression", "x").line);
  });

  it("is not waited for, and cannot be changed", async () => {
    expect(await loose).toBe(promise);
    expect(() => {
      loose.x = 1;
    }).toThrow(TypeError);
  });

  it("is printed as what it is", () => {
    expect(inspect(promise)).toBe("VoidPromise(notify)");
  });
});

describe("isVoidPromise", () => {
  it("knows them, and nothing else", () => {
    expect([promise, null, {}, "~void"].map(isVoidPromise)).toEqual([true, false, false, false]);
  });
});
