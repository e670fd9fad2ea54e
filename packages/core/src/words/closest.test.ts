import { describe, expect, it } from "vitest";

import { closest } from "./closest.js";

const KNOWN = ["id", "retries", "timeout", "output", "outputs", "outputDir", "interruptible", "json"];

describe("closest", () => {
  it.each([
    ["retrys", "retries"],
    ["retry", "retries"],
    ["Timeout", "timeout"],
    ["timeuot", "timeout"],
    ["output", "output"],
    ["outputDirectory", "outputDir"],
    ["interrupt", "interruptible"],
    ["jsno", "json"],
    ["ids", "id"],
    ["Id", "id"],
  ])("finds what %s was meant to be", (name, meant) => {
    expect(closest(name, KNOWN)).toBe(meant);
  });

  it.each(["node_name", "", "ix", "x".repeat(1_000_000)])("finds nothing near others", (name) => {
    expect(closest(name, KNOWN)).toBeUndefined();
  });
});
