import { describe, expect, it } from "vitest";

import { elapsed } from "./elapsed.js";

describe("elapsed", () => {
  it("counts milliseconds, and parts of them", async () => {
    const [before, start, begun] = [performance.now(), elapsed(), performance.now()];
    await new Promise((resolve) => void setTimeout(resolve, 30));
    const [ending, passed, after] = [performance.now(), elapsed() - start, performance.now()];
    // Between what lies inside and what lies outside of its two readings, however long those took.
    expect(passed).toBeGreaterThan(ending - begun - 0.1);
    expect(passed).toBeLessThan(after - before + 0.1);
    expect(elapsed() - elapsed()).not.toBe(0);
  });
});
