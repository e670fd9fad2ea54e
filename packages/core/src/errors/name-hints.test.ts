import { describe, expect, it } from "vitest";

import { entityNameHint, variableNameHint } from "./name-hints.js";

describe("entityNameHint", () => {
  it.each([
    ["load all rows", "load-all-rows"],
    ["jobs/load", "jobs-load"],
    ["jobs. load", "jobs.load"],
    ["(load)", "load"],
    ["", "load-rows"],
    ["..", "load-rows"],
    ["ü.ö", "load-rows"],
    ["日本", "load-rows"],
    ["ü.ö", "load-rows"],
    [5, "load-rows"],
    ["load".repeat(100), "load-rows"],
  ])("has a name near %j", (name, meant) => {
    expect(entityNameHint(name)).toBe(`Use a name like \`${meant}\`.`);
  });

  it("says where the name goes, if there is none", () => {
    expect(entityNameHint(undefined)).toContain('{ name: "load-rows" }');
  });
});

describe("variableNameHint", () => {
  it.each([
    ["max-rows", "max_rows"],
    ["2nd", "_2nd"],
    ["a.b", "a_b"],
    ["__proto__", "proto"],
    ["-", "max_rows"],
  ])("has a name near %j", (name, meant) => {
    expect(variableNameHint(name)).toBe(`Use a name like \`${meant}\`.`);
  });
});
