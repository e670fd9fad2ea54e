import { describe, expect, it } from "vitest";
import { cyclesOf } from "./cycles-of.js";

// Apart, because it takes long: `pnpm mutation` runs the other tests thousands of times.

describe("cyclesOf", () => {
  it("follows long chains", () => {
    const size = 100_000;
    const chain = Array.from({ length: size }, (_, i) => [`${i}`, [`${i + 1}`]] as const);
    expect(cyclesOf(new Map(chain))).toEqual([]);
    const [cycle] = cyclesOf(new Map([...chain, [`${size}`, ["0"]]]));
    expect(cycle).toHaveLength(size + 2);
  });
});
