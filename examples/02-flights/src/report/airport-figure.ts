import type { AirportRanking } from "../airport/rank-airports.js";
import type { Findings } from "../findings.js";
import { narrowWidth } from "./chart/frame.js";
import { rankingChart, rankingMinutes, shownPerEnd } from "./chart/ranking-chart.js";
import { pair } from "./figure.js";
import type { Figure } from "./figure.js";
import { describeDelay, formatCount, formatDate, formatNumber, formatShare } from "./format.js";
import type { Markup } from "./markup.js";

/** The airports with the longest and the shortest delays, by where flights come from and where they go. */
export function airportFigure({ origins, destinations, period }: Findings): Figure {
  const minutes = [...rankingMinutes(origins), ...rankingMinutes(destinations)];
  const draw = (id: string, title: string, ranking: AirportRanking): Markup =>
    rankingChart(ranking, { title, minutes }, { id, width: narrowWidth, narrow: true });
  const when =
    period.flights === 0
      ? "There are no flights with airports."
      : `From ${formatCount(period.flights)} flights with airports, ${formatDate(period.from)} to ${formatDate(period.to)}.`;
  return {
    id: "airports",
    heading: "Airports with the longest and the shortest delays",
    takeaway: takeaway(origins),
    chart: pair(draw("origins", "Flying from", origins), draw("destinations", "Flying to", destinations)),
    note:
      `${when} Up to ${shownPerEnd} airports from either end; airports with fewer than ${origins.minFlights} flights ` +
      "are not ranked. Rings are raw means, dots are drawn towards the mean of all flights (the dotted line), the " +
      "more so the fewer flights stand behind them. Where intervals overlap, the order says little.",
    table: {
      columns: ["Airport", "End", "Rank", "Flights", "Raw mean", "Estimate", "95 % interval", "Late"],
      rows: [...rows("from", origins), ...rows("to", destinations)],
    },
  };
}

function takeaway({ airports, between, within }: AirportRanking): string {
  const [worst, best] = [airports.at(0), airports.at(-1)];
  if (worst === undefined || best === undefined) return "No airport has enough flights to be ranked.";
  return (
    `Flights from ${worst.airport} arrive ${describeDelay(worst.estimate)} on average, those from ${best.airport} ` +
    `${describeDelay(best.estimate)}; airports differ by about ${formatNumber(between)} minutes, single flights from ` +
    `the same airport by ${formatNumber(within)}.`
  );
}

function rows(end: string, ranking: AirportRanking): string[][] {
  return ranking.airports.map((airport) => [
    airport.airport,
    end,
    String(airport.rank),
    formatCount(airport.flights),
    formatNumber(airport.mean),
    formatNumber(airport.estimate),
    `${formatNumber(airport.low)} to ${formatNumber(airport.high)}`,
    formatShare(airport.shareLate),
  ]);
}
