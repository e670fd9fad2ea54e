import { describe, expect, it } from "vitest";

import { unknownInputHint, unknownOptionHint } from "./option-hints.js";

describe("unknownOptionHint", () => {
  it("asks for the option that was meant, and names all", () => {
    expect(unknownOptionHint("retry", ["name", "retries"])).toBe(
      "Did you mean `retries`? The options are name, retries.",
    );
    expect(unknownOptionHint("x", ["name"])).toBe("Use one of these options: name.");
  });
});

describe("unknownInputHint", () => {
  it.each([
    ["an option of the call", { input: "retries", known: ["x"] }, "{ retries: ... }"],
    ["what a plan fixes", { input: "n", known: [], kind: "launch-plan" }, "fixes"],
    ["nothing that is taken", { input: "n", known: [] }, "Leave it out"],
    ["the name that was meant", { input: "row", known: ["limit", "rows"] }, "Did you mean `rows`?"],
    ["another name", { input: "n", known: ["x"], kind: "task" }, "by their names"],
  ])("tells of %s", (_, params, advice) => {
    expect(unknownInputHint(params)).toContain(advice);
  });
});
