import { describe, expect, it } from "vitest";
import { countDelays } from "../../summary/delay-counts.js";
import { binDelays } from "./bin-delays.js";

describe("binDelays", () => {
  const filled = (...delays: number[]) => binDelays(countDelays(delays)).filter(({ flights }) => flights > 0);

  it("closes bins on the right, so that late begins with a bin", () => {
    expect(filled(11, 15, 16)).toEqual([
      { above: 10, upTo: 15, flights: 2 },
      { above: 15, upTo: 20, flights: 1 },
    ]);
  });

  it("keeps what lies beyond in the outer bins", () => {
    expect(filled(-200, -60, 181, 1400)).toEqual([
      { above: -60, upTo: -55, flights: 2 },
      { above: 175, upTo: 180, flights: 2 },
    ]);
  });
});
