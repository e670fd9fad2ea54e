import type { AirportRanking, RankedAirport } from "../../airport/rank-airports.js";
import { formatCount, formatNumber } from "../format.js";
import { h } from "../markup.js";
import type { Markup } from "../markup.js";
import { label, xAxis } from "./axis.js";
import { svg } from "./frame.js";
import type { Area, Frame } from "./frame.js";
import { legend } from "./legend.js";
import type { LegendEntry } from "./legend.js";
import { createScale } from "./scale.js";
import type { Scale } from "./scale.js";

/** How many airports are shown from either end of a ranking. */
export const shownPerEnd = 10;

const rowHeight = 22;
const gapHeight = 30;

const entries: readonly LegendEntry[] = [
  { sign: "dot", text: "estimate" },
  { sign: "ring", text: "raw mean" },
  { sign: "interval", text: "95 % interval" },
];

/** What a ranking is of, and the span of minutes it shares with its neighbour so that both compare. */
export interface RankingFrame {
  readonly title: string;
  readonly minutes: readonly number[];
}

/** The ends of a ranking: shrunken means with intervals, and the raw means they came from. */
export function rankingChart(ranking: AirportRanking, options: RankingFrame, frame: Frame): Markup {
  const { worst, best, hidden } = endsOf(ranking.airports);
  const top = 62;
  const rows = worst.length + best.length;
  const bottom = top + Math.max(1, rows) * rowHeight + (hidden > 0 ? gapHeight : 0);
  const area: Area = { left: 66, right: frame.width - 42, top, bottom };
  const x = createScale([...options.minutes], [area.left, area.right], 5);
  const yOf = (i: number) => top + (i + 0.5) * rowHeight + (i >= worst.length && hidden > 0 ? gapHeight : 0);
  const description =
    "Airports from the longest mean delay on arrival to the shortest, each with its estimated mean, " +
    "a 95 % interval and the raw mean, in minutes; a line marks the mean of all flights.";
  return svg(
    frame,
    bottom + 46,
    { title: options.title, description },
    label([0, 11], options.title, "start", "panel"),
    h("g", { transform: "translate(0 22)" }, legend(entries, frame.width)),
    label([frame.width, top - 6], "flights", "end", "unit"),
    xAxis(x, area),
    h("line", { class: "reference", x1: x(ranking.mean), x2: x(ranking.mean), y1: top, y2: bottom }),
    [...worst, ...best].map((airport, i) => row(airport, yOf(i), x, frame.width)),
    hidden > 0
      ? label(
          [(area.left + area.right) / 2, yOf(worst.length) - rowHeight / 2 - 11],
          `${hidden} more in between`,
          "middle",
          "gap",
        )
      : [],
    label([(area.left + area.right) / 2, bottom + 40], "minutes late", "middle", "unit"),
  );
}

/** The minutes that a ranking's chart must have room for. */
export function rankingMinutes({ airports, mean }: AirportRanking): number[] {
  const { worst, best } = endsOf(airports);
  return [mean, ...[...worst, ...best].flatMap((airport) => [airport.low, airport.high, airport.mean])];
}

function endsOf(airports: readonly RankedAirport[]): {
  worst: readonly RankedAirport[];
  best: readonly RankedAirport[];
  hidden: number;
} {
  if (airports.length <= 2 * shownPerEnd) return { worst: airports, best: [], hidden: 0 };
  return {
    worst: airports.slice(0, shownPerEnd),
    best: airports.slice(-shownPerEnd),
    hidden: airports.length - 2 * shownPerEnd,
  };
}

function row(airport: RankedAirport, y: number, x: Scale, right: number): Markup {
  const tip =
    `${airport.airport}: estimate ${formatNumber(airport.estimate)} min (${formatNumber(airport.low)} to ` +
    `${formatNumber(airport.high)}), raw mean ${formatNumber(airport.mean)}, ${formatCount(airport.flights)} flights`;
  return h("g", {}, [
    h("title", {}, tip),
    label([22, y + 4], String(airport.rank), "end"),
    label([30, y + 4], airport.airport, "start", "name"),
    h("line", { class: "line interval", x1: x(airport.low), x2: x(airport.high), y1: y, y2: y }),
    h("circle", { class: "ring", cx: x(airport.mean), cy: y, r: 3.5 }),
    h("circle", { class: "dot", cx: x(airport.estimate), cy: y, r: 4.5 }),
    label([right, y + 4], formatCount(airport.flights), "end"),
  ]);
}
