import { beforeAll, describe, expect, it } from "vitest";
import { loadFlights } from "../src/data/load-flights.js";
import { loadRoutes } from "../src/data/load-routes.js";
import { locateData } from "../src/data/locate-data.js";
import type { Findings } from "../src/findings.js";
import { renderReport } from "../src/report/render-report.js";
import { renderTable } from "../src/report/render-table.js";
import { writeSummary } from "../src/report/write-summary.js";
import { analyze } from "./analyze.js";

// Every figure here was computed a second time, from the raw files, by other code in another language.
describe("the pipeline over the real data", () => {
  let findings: Findings;

  async function run(): Promise<Findings> {
    return analyze(
      await loadFlights(locateData("flights-200k.json")),
      await loadRoutes(locateData("flights-20k.json")),
    );
  }

  beforeAll(async () => {
    findings = await run();
  });

  it("drops two rows of 200,000", () => {
    expect(findings.cleaning).toEqual({
      read: 200_000,
      kept: 199_998,
      dropped: {
        "unreadable row": 0,
        "hour outside the day": 0,
        "distance not above zero": 0,
        "distance beyond half the globe": 0,
        "a day or more off schedule": 1,
        "earlier than the flight takes": 1,
      },
    });
  });

  it("summarizes all flights", () => {
    const { overall } = findings;
    expect(overall).toMatchObject({ flights: 199_998, p10: -15, median: 0, p90: 37 });
    expect(overall.mean).toBeCloseTo(7.493949939499395, 9);
    expect(overall.sd).toBeCloseTo(31.821877071835967, 9);
    expect(overall.shareLate).toBeCloseTo(0.2157221572215722, 9);
  });

  it("summarizes hours", () => {
    expect(findings.hours.map(({ flights }) => flights)).toEqual([
      697, 446, 80, 11, 11, 2597, 13_047, 13_115, 12_975, 12_226, 11_287, 12_353, 12_022, 12_854, 11_342,
      12_095, 11_613, 13_325, 11_702, 11_592, 10_400, 7206, 5149, 1853,
    ]);
    expect(findings.hours.map(({ mean }) => round(mean))).toEqual([
      41.8637, 23.3767, 65.4, 142.6364, 30.7273, -2.8856, -1.3211, 0.5755, 2.0386, 2.8064, 4.5881, 5.5995,
      5.9144, 6.3326, 7.7555, 8.1757, 10.4691, 9.7186, 10.7044, 12.2511, 12.9631, 17.4341, 20.5057, 34.4085,
    ]);
  });

  it("summarizes distance bands", () => {
    expect(findings.distances.map(({ flights }) => flights)).toEqual([
      35_218, 55_609, 34_769, 26_809, 25_801, 12_733, 6567, 2492,
    ]);
    expect(findings.distances.map(({ mean }) => round(mean))).toEqual([
      7.3865, 7.6246, 7.6851, 7.9794, 8.2263, 5.9881, 4.9511, 5.0197,
    ]);
  });

  it("counts each flight once in the table of hours and bands", () => {
    const flights = findings.late.flatMap((row) => row.flights);
    const late = findings.late.flatMap((row) => row.late);
    expect(sum(flights)).toBe(199_998);
    expect(sum(late)).toBe(43_144);
  });

  it("ranks airports", () => {
    const { origins, destinations, period } = findings;
    expect(period).toEqual({
      flights: 20_000,
      from: new Date("2001-01-01T00:47:00Z"),
      to: new Date("2001-03-31T22:27:00Z"),
    });
    expect(ends(origins)).toEqual(["JFK 13.0787", "SEA 11.9012", "MIA 11.588", "BHM 4.5518", "CLE 4.4868"]);
    expect(ends(destinations)).toEqual([
      "SEA 11.796",
      "PBI 11.2735",
      "SAN 11.0503",
      "MSP 3.3502",
      "DTW 2.1275",
    ]);
    expect([origins.airports.length, origins.leftOut]).toEqual([76, 144]);
    expect([destinations.airports.length, destinations.leftOut]).toEqual([75, 148]);
    expect([origins.mean, origins.within, origins.between].map(round)).toEqual([7.7039, 31.1873, 2.8938]);
    expect([destinations.mean, destinations.within, destinations.between].map(round)).toEqual([
      7.7039, 31.2369, 2.2837,
    ]);
  });

  it("fits the model", () => {
    const { model } = findings;
    expect(model.rows).toBe(160_223);
    expect(model.trainMean).toBeCloseTo(7.473877033884024, 9);
    expect(model.trainMedian).toBe(0);
    const expected = [
      11.725325121893615, -2.2101899778424987, 11.493076272889274, 3.2776850124193935, 6.850413595839344,
      3.051825632806085, 1.9755161415552516, 2.1857553453945893, -1.3491639268968065,
    ];
    for (const [i, weight] of expected.entries()) expect(model.weights[i]).toBeCloseTo(weight, 9);
  });

  it("judges the model honestly", () => {
    const { rows, model, mean, median } = findings.evaluation;
    expect(rows).toBe(39_775);
    expect([model.rmse, model.mae, model.r2].map(round)).toEqual([31.6271, 18.8794, 0.0335]);
    expect([mean.rmse, mean.mae, mean.r2].map(round)).toEqual([32.1707, 19.0562, 0]);
    expect([median.rmse, median.mae, median.r2].map(round)).toEqual([33.0503, 17.5208, -0.0554]);
  });

  it("compares predicted with actual delays", () => {
    expect(findings.calibration.map(({ predicted, actual }) => [round(predicted), round(actual)])).toEqual([
      [-1.1942, 0.0382],
      [0.7431, 1.3],
      [3.9089, 2.6634],
      [5.5376, 5.9067],
      [6.0107, 5.8625],
      [7.5656, 6.9844],
      [9.8878, 10.2298],
      [10.7217, 11.5539],
      [11.534, 12.41],
      [20.3308, 18.8009],
    ]);
  });

  it("says it in three sentences and in a table", () => {
    expect(writeSummary(findings)).toMatchInlineSnapshot(`
      [
        "Of 199,998 flights, 21.6 % arrived more than 15 minutes late; the median flight was on time and the mean 7.5 minutes late, pulled up by a long tail.",
        "Flights that leave in the hour from 05:00 arrive 2.9 minutes early on average, and 34.4 minutes late in the hour from 23:00; by distance the mean runs only from 5 minutes late to 8.2 minutes late.",
        "Hour and distance together explain 3.4 % of the variance in 39,775 flights that the model had not seen, so these are patterns of averages, not forecasts for one flight.",
      ]
    `);
    expect(renderTable(findings)).toMatchInlineSnapshot(`
      "199,998 of 200,000 flights kept; delay on arrival in minutes:

      miles        flights  mean  median   p90    late
      ───────────  ───────  ────  ──────  ────  ──────
      under 250     35,218   7.4     0.0  35.0  20.2 %
      250–499       55,609   7.6     0.0  35.0  20.4 %
      500–749       34,769   7.7     0.0  38.2  21.6 %
      750–999       26,809   8.0     0.0  37.0  22.6 %
      1,000–1,499   25,801   8.2     0.0  41.0  24.1 %
      1,500–1,999   12,733   6.0    −1.0  37.0  22.6 %
      2,000–2,499    6,567   5.0    −2.0  37.0  22.5 %
      2,500+         2,492   5.0    −3.0  39.0  22.6 %
      all flights  199,998   7.5     0.0  37.0  21.6 %

      model  RMSE 31.63 (mean alone 32.17), R² 0.034 on 39,775 held-out flights
      from   longest delays JFK (13.1 min), shortest CLE (4.5 min), of 76 airports
      "
    `);
  });

  it("gives the same report when run again", async () => {
    const again = await run();
    expect(again).toEqual(findings);
    expect(renderReport(again)).toBe(renderReport(findings));
  });
});

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The first three and the last two of a ranking. */
function ends({ airports }: Findings["origins"]): string[] {
  const shown = [...airports.slice(0, 3), ...airports.slice(-2)];
  return shown.map(({ airport, estimate }) => `${airport} ${round(estimate)}`);
}
