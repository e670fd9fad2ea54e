import { describe, expect, it } from "vitest";

import { elapsed } from "./elapsed.js";

describe("elapsed", () => {
  it("counts milliseconds, and parts of them", async () => {
    const [start, before] = [elapsed(), performance.now()];
    await new Promise((resolve) => void setTimeout(resolve, 30));
    expect(Math.abs(elapsed() - start - (performance.now() - before))).toBeLessThan(5);
    expect(elapsed() - elapsed()).not.toBe(0);
  });
});
