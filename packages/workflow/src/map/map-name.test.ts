import { describe, expect, it } from "vitest";
import { mapName, type MapNameParts } from "./map-name.js";

const PLAIN: MapNameParts = {
  bound: [],
  concurrency: undefined,
  minSuccesses: undefined,
  minSuccessRatio: 1,
};

describe("mapName", () => {
  // Digests that flytekit 1.16 gave, or Python's md5 of the text behind them.
  it.each<[string, Partial<MapNameParts>, string]>([
    ["NoneNone1.0", {}, "6b3bd0353da5de6e84d7982921ead2b3"],
    ["bNoneNone1.0", { bound: ["b"] }, "9679844dcbddbad1626c3f80e4e8bb28"],
    ["cNoneNone1.0", { bound: ["c"] }, "7df6892fe8ce5343c76197a0b6127e80"],
    ["by4None1.0", { bound: ["by"], concurrency: 4 }, "538f38809d4bd1023f6ebb4ae945632a"],
    ["NoneNone0.5", { minSuccessRatio: 0.5 }, "1f2210850ffce76071ffac74a263152a"],
    ["None2None", { minSuccesses: 2, minSuccessRatio: undefined }, "4c297357cdd9ba841a4c66e3733bc52b"],
    ["None30.5", { minSuccesses: 3, minSuccessRatio: 0.5 }, "731f46eac7fb44a9448a1ad58c635c67"],
    [
      "a,b0None0.25",
      { bound: ["b", "a"], concurrency: 0, minSuccessRatio: 0.25 },
      "69dd4679caeeb198671a819df6b8c99f",
    ],
    ["Z,a10None1.0", { bound: ["a", "Z"], concurrency: 10 }, "173e13921a8ff6e0b9765d2790139a75"],
    ["NoneNone0.0", { minSuccessRatio: 0 }, "9ec0c733f5969f37b2604dbb93b81e30"],
    ["NoneNone0.0001", { minSuccessRatio: 0.0001 }, "66398022dff31ec70101a328c9d24654"],
    ["NoneNone1e-05", { minSuccessRatio: 0.00001 }, "c8f29934e211381dddf20556ed9d842f"],
    ["NoneNone1.25e-07", { minSuccessRatio: 1.25e-7 }, "74dfec0c9dbe176564c20850e0c4592d"],
  ])("digests %s", (_, parts, digest) => {
    expect(mapName("inc", { ...PLAIN, ...parts })).toBe(`map_inc_${digest}-arraynode`);
  });

  it("stands where the task's name stands, behind its module", () => {
    const digest = "6b3bd0353da5de6e84d7982921ead2b3";
    expect(mapName("c16_map.inc", PLAIN)).toBe(`c16_map.map_inc_${digest}-arraynode`);
    expect(mapName("a.b.c", PLAIN)).toBe(`a.b.map_c_${digest}-arraynode`);
  });
});
