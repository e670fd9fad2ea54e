import { describe, expect, it } from "vitest";
import { withFramesOf } from "./with-frames-of.js";

describe("withFramesOf", () => {
  it("gives an error the frames of another, below its own message", () => {
    const thrown = Object.assign(new Error("no"), {
      stack: "Error: no\n    at author (file.ts:1:2)\n    at x",
    });
    const error = withFramesOf(thrown, new RangeError("failed: no"));
    expect(error.stack).toBe("RangeError: failed: no\n    at author (file.ts:1:2)\n    at x");
    error.stack = "changed";
    expect(error.stack).toBe("changed");
  });

  it.each(["text", null, undefined, {}, { stack: 5 }])("gives none where there are none: %s", (thrown) => {
    expect(withFramesOf(thrown, new Error("failed")).stack).toBe("Error: failed");
  });
});
