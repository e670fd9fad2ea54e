import { describe, expect, it } from "vitest";
import { summaryOf } from "../../test/fixtures.js";
import { combineSummaries } from "./summarize.js";

describe("summarize", () => {
  it("gives figures that can be computed by hand", () => {
    // The sum is 40, so the mean 8. Late are those above 15 minutes: 16 and 19, but not 15.
    const summary = summaryOf("noon", -10, 0, 15, 16, 19);
    expect(summary).toMatchObject({ label: "noon", flights: 5, mean: 8, median: 15, shareLate: 0.4 });
    expect(summary.sd).toBeCloseTo(Math.sqrt((324 + 64 + 49 + 64 + 121) / 4), 12);
    expect(summary.p10).toBeCloseTo(-6, 12);
    expect(summary.p90).toBeCloseTo(17.8, 12);
  });

  it("gives zeros for an empty slice", () => {
    expect(summaryOf("never")).toEqual({
      label: "never",
      flights: 0,
      mean: 0,
      sd: 0,
      p10: 0,
      median: 0,
      p90: 0,
      shareLate: 0,
      counts: { minute: [], flights: [] },
    });
  });

  it("gives the flight itself, without spread, for one flight", () => {
    expect(summaryOf("one", 20)).toMatchObject({
      flights: 1,
      mean: 20,
      sd: 0,
      p10: 20,
      median: 20,
      p90: 20,
      shareLate: 1,
    });
  });
});

describe("combineSummaries", () => {
  it("equals the summary of the union, quantiles too", () => {
    const parts = [summaryOf("a", 1, 2, 300), summaryOf("b"), summaryOf("c", -5, 2)];
    expect(combineSummaries("all", parts)).toEqual(summaryOf("all", 1, 2, 300, -5, 2));
  });

  it("gives zeros for no parts", () => {
    expect(combineSummaries("all", [])).toEqual(summaryOf("all"));
  });
});
