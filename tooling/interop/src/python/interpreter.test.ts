import { describe, expect, it } from "vitest";
import { fits, isReady, versionsOf } from "./interpreter.js";

describe("fits", () => {
  it("takes the version itself, or any that begins so", () => {
    expect(fits("1.16.31", "1.16.31")).toBe(true);
    expect(fits("1.16.3", "1.16.31")).toBe(false);
    expect(fits("26.0.1", "26.*")).toBe(true);
    expect(fits("260.0", "26.*")).toBe(false);
  });
});

describe("an interpreter that is not there", () => {
  it("has no versions, and is not ready", () => {
    const interpreter = { command: "/nowhere/python3", env: {} };
    expect(versionsOf(interpreter)).toBeUndefined();
    expect(isReady(interpreter)).toBe(false);
  });
});
