import { describe, expect, it } from "vitest";

import { functionHint, needsTaskHint } from "./task-hints.js";

describe("needsTaskHint", () => {
  it.each([
    ["workflow", "tasks inside"],
    ["gate", "only waits"],
    ["map", "one list"],
    ["reference", "as it was registered"],
    ["branch", "in its arms"],
  ])("goes by the kind: %s", (kind, advice) => {
    expect(needsTaskHint(kind)).toContain(advice);
  });
});

describe("functionHint", () => {
  it("speaks of who was called", () => {
    expect(functionHint("workflow a.b")).toContain("`workflow({ ... }, ({ x }) => ...)`");
  });
});
