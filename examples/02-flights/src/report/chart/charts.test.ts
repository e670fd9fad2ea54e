import { describe, expect, it } from "vitest";
import { countOf, summaryOf } from "../../../test/fixtures.js";
import { calibrationChart } from "./calibration-chart.js";
import { delayHistogram } from "./delay-histogram.js";
import { distanceChart } from "./distance-chart.js";
import { heatStep } from "./heat-steps.js";
import { hourChart } from "./hour-chart.js";
import { lateHeatMap } from "./late-heat-map.js";
import { rankingChart } from "./ranking-chart.js";

const wide = { id: "chart", width: 760, narrow: false };
const narrow = { id: "chart", width: 360, narrow: true };
const many = Array.from({ length: 120 }, (_, i) => i % 40);

describe("hourChart", () => {
  it("draws a line through hours with enough flights and a ring for the others", () => {
    const hours = Array.from({ length: 24 }, (_, i) =>
      summaryOf(`${i}`, ...(i === 3 ? [100] : i === 4 ? [] : many)),
    );
    const { html } = hourChart(hours, wide);
    const marks = html.slice(html.indexOf("mean, fewer than"));
    expect(countOf(marks, '<circle class="dot"')).toBe(22);
    expect(countOf(marks, '<circle class="ring"')).toBe(1);
    expect(marks).toContain("3: mean 100.0 min, 1 flights");
  });
});

describe("distanceChart", () => {
  it("says so where a band has no flights", () => {
    const { html } = distanceChart([summaryOf("near", 1, 2, 3), summaryOf("far")], narrow);
    expect(countOf(html, "no flights")).toBe(1);
    expect(html).toContain("near miles: mean 2.0, median 2.0 min, 3 flights");
  });
});

describe("lateHeatMap", () => {
  const row = { label: "05:00", flights: [100, 29, 0, 0, 0, 0, 0, 0], late: [12, 29, 0, 0, 0, 0, 0, 0] };

  it.each([
    ["wide", wide],
    ["narrow", narrow],
  ])("leaves cells with few flights blank (%s)", (_, frame) => {
    const { html } = lateHeatMap([row], frame);
    expect(html).toContain(">12</text>");
    expect(countOf(html, "heat blank")).toBe(7);
  });

  it("has seven steps of colour", () => {
    expect([0, 0.099, 0.1, 0.29, 0.3, 0.4, 1].map(heatStep)).toEqual([0, 0, 1, 4, 5, 6, 6]);
  });
});

describe("rankingChart", () => {
  const ranking = (count: number) => ({
    mean: 7,
    within: 30,
    between: 3,
    minFlights: 50,
    leftOut: 0,
    airports: Array.from({ length: count }, (_, i) => ({
      rank: i + 1,
      airport: `A${i}`,
      flights: 100,
      mean: 10 - i,
      shareLate: 0.2,
      estimate: 9 - i,
      low: 7 - i,
      high: 11 - i,
    })),
  });

  it("shows all of a short ranking", () => {
    const { html } = rankingChart(ranking(20), { title: "From", minutes: [0, 10] }, narrow);
    expect(countOf(html, "line interval")).toBe(21); // one of them in the legend
    expect(html).not.toContain("more in between");
  });

  it("shows the ends of a long one and says how many are hidden", () => {
    const { html } = rankingChart(ranking(25), { title: "From", minutes: [0, 10] }, narrow);
    expect(html).toContain("5 more in between");
    expect(html).not.toContain("A12:");
  });
});

describe("calibrationChart", () => {
  it("draws one dot per bin", () => {
    const bins = [1, 2, 3].map((value) => ({ flights: 10, predicted: value, actual: value + 1, error: 0.5 }));
    expect(countOf(calibrationChart(bins, narrow).html, '<circle class="dot"')).toBe(3);
  });
});

describe("delayHistogram", () => {
  it("sets late flights off and keeps the words of the two lines apart", () => {
    const { html } = delayHistogram(summaryOf("all", 0, 0, 30), wide);
    expect(html).toContain("above 25 to 30 min: 33.3\u00a0%, 1 flights");
    expect(html).toMatch(/text-anchor="end">median 0\.0</);
    expect(html).toMatch(/text-anchor="start">mean 10\.0</);
  });
});
