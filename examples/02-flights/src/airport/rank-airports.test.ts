import { describe, expect, it } from "vitest";
import { estimateSpread } from "./estimate-spread.js";
import { rankAirports } from "./rank-airports.js";

const airport = (code: string, flights: number, mean: number) => ({
  airport: code,
  flights,
  mean,
  squares: flights * 100,
  shareLate: 0.25,
});

const airports = [
  airport("BIG", 1000, 10),
  airport("LOW", 1000, 0),
  airport("TIN", 4, 30),
  airport("MID", 100, 8),
];

describe("rankAirports", () => {
  it("draws small samples towards the mean of all flights, large ones hardly", () => {
    const { airports: ranked, mean } = rankAirports(airports, 1);
    const pull = new Map(
      ranked.map((entry) => [entry.airport, (entry.estimate - mean) / (entry.mean - mean)]),
    );
    expect(pull.get("BIG")).toBeGreaterThan(0.99);
    expect(pull.get("MID")).toBeGreaterThan(pull.get("TIN") ?? 1);
    expect(pull.get("TIN")).toBeLessThan(0.9);
  });

  it("follows the documented formula", () => {
    const { mean, within, between } = estimateSpread(airports);
    const tiny = rankAirports(airports, 1).airports.find((entry) => entry.airport === "TIN");
    const trust = between ** 2 / (between ** 2 + within ** 2 / 4);
    expect(tiny?.estimate).toBeCloseTo(mean + trust * (30 - mean), 12);
    expect((tiny?.high ?? 0) - (tiny?.low ?? 0)).toBeCloseTo(
      2 * 1.96 * Math.sqrt((trust * within ** 2) / 4),
      12,
    );
  });

  it("ranks from the longest delay, and only airports with enough flights", () => {
    const ranking = rankAirports(airports, 100);
    expect(ranking.airports.map(({ rank, airport }) => `${rank} ${airport}`)).toEqual([
      "1 BIG",
      "2 MID",
      "3 LOW",
    ]);
    expect(ranking).toMatchObject({ leftOut: 1, minFlights: 100 });
  });

  it("ranks equal estimates by code", () => {
    const equal = [airport("ZZZ", 10, 5), airport("AAA", 10, 5)];
    expect(rankAirports(equal, 1).airports.map(({ airport }) => airport)).toEqual(["AAA", "ZZZ"]);
  });

  it("gives an empty ranking for no airports", () => {
    expect(rankAirports([], 10)).toEqual({
      mean: 0,
      within: 0,
      between: 0,
      minFlights: 10,
      leftOut: 0,
      airports: [],
    });
  });
});
