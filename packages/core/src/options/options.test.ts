import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { assertFunction, assertNamed, assertOptions, assertTexts } from "./options.js";

const KNOWN = new Set(["name", "retries"]);

describe("assertOptions", () => {
  it("says which options there are", () => {
    expect(refusal(() => assertOptions({ retry: 1 }, KNOWN, "task a"))).toBe(
      "OPTION_UNKNOWN: There is no option `retry` for task a.",
    );
    expect(() => assertOptions({ retry: 1 }, KNOWN, "task a")).toThrow(
      /hint: Did you mean `retries`\? The options are name, retries\./,
    );
  });

  it("refuses what does not let itself be read", () => {
    const throwing = (): never => {
      throw new Error("no");
    };
    const hiding = new Proxy({}, { ownKeys: throwing });
    expect(refusal(() => assertOptions(hiding, KNOWN, "task a"))).toContain("OPTIONS_NOT_AN_OBJECT");
    const getter = Object.defineProperty({}, "retries", { enumerable: true, get: throwing });
    expect(refusal(() => assertOptions(getter, KNOWN, "task a"))).toBe(
      "OPTION_INVALID: The option `retries` of task a takes a value, but was given a value that cannot be read.",
    );
  });

  it("says how options are given: to a call, and elsewhere", () => {
    expect(() => assertOptions(3, KNOWN, "the call of a")).toThrow(/hint: Name each option: `square/);
    expect(() => assertOptions(3, KNOWN, "secrets[0] of task a")).toThrow(/hint: Pass one object/);
  });
});

describe("assertNamed", () => {
  it.each([
    ["task", "The options of a task must be"],
    ["imperative workflow", "The options of an imperative workflow must be"],
  ])("speaks of what has no name yet: %s", (kind, text) => {
    expect(refusal(() => assertNamed(3, KNOWN, kind))).toContain(text);
  });
});

describe("assertTexts", () => {
  it("names the one that is no text, and shows nothing of it", () => {
    expect(refusal(() => assertTexts({ A: "x", "b-c": 4711 }, "labels", "plan p"))).toBe(
      'OPTION_INVALID: The option `labels["b-c"]` of plan p takes a string, but was given a number.',
    );
  });
});

describe("assertFunction", () => {
  it("tells what is missing from what is no function", () => {
    expect(refusal(() => assertFunction(undefined, "task a"))).toContain("but was given none.");
    expect(refusal(() => assertFunction("rows", "task a"))).toContain("but was given a string.");
    expect(() => assertFunction(() => {}, "task a")).not.toThrow();
  });
});
