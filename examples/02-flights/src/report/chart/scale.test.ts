import { describe, expect, it } from "vitest";
import { createScale } from "./scale.js";

describe("createScale", () => {
  it("moves its ends out to round numbers", () => {
    const scale = createScale([-3, 37], [0, 100], 5);
    expect(scale.domain).toEqual([-10, 40]);
    expect(scale.ticks).toEqual([-10, 0, 10, 20, 30, 40]);
    expect([scale(-10), scale(15), scale(40)]).toEqual([0, 50, 100]);
  });

  it("may run downwards", () => {
    const scale = createScale([0, 10], [200, 0], 5);
    expect([scale(0), scale(10)]).toEqual([200, 0]);
  });

  it("still has axes for one value and for none", () => {
    expect(createScale([7], [0, 100], 2).domain).toEqual([7, 8]);
    expect(createScale([], [0, 100], 2).domain).toEqual([0, 1]);
  });
});
