import type { Findings } from "../findings.js";
import { lateMinutes } from "../summary/summarize.js";
import { airportFigure } from "./airport-figure.js";
import { distanceFigure, heatFigure, histogramFigure, hourFigure } from "./delay-figures.js";
import { figure } from "./figure.js";
import { formatCount, formatNumber, formatShare } from "./format.js";
import { h, styleElement } from "./markup.js";
import type { Markup } from "./markup.js";
import { methodSection } from "./method-section.js";
import { modelFigure } from "./model-figure.js";
import { styleSheet } from "./style-sheet.js";
import { writeSummary } from "./write-summary.js";

const title = "How late do flights arrive?";
const credit = "Data: vega-datasets 3.2.1 (BSD-3), US Bureau of Transportation Statistics flights";

/**
 * The whole report as one HTML page that needs nothing else: no script, no font, no image, no network.
 *
 * Equal findings give equal bytes: no clock is read, and numbers are written by hand.
 */
export function renderReport(findings: Findings): string {
  const figures = [histogramFigure, hourFigure, heatFigure, distanceFigure, airportFigure, modelFigure];
  const page = h("html", { lang: "en" }, [
    head(),
    h("body", {}, [
      h("header", {}, [
        h("p", { class: "kicker" }, "US domestic flights"),
        h("h1", {}, title),
        h("p", { class: "summary" }, writeSummary(findings).join(" ")),
        tiles(findings),
      ]),
      h("main", {}, [figures.map((write) => figure(write(findings))), methodSection(findings)]),
      h("footer", {}, credit),
    ]),
  ]);
  return `<!doctype html>\n${page.html}\n`;
}

function head(): Markup {
  return h("head", {}, [
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("title", {}, title),
    styleElement(styleSheet),
  ]);
}

function tiles({ overall, evaluation }: Findings): Markup {
  const tile = (value: string, words: string) => h("div", {}, h("dd", {}, value), h("dt", {}, words));
  return h("dl", { class: "tiles" }, [
    tile(formatCount(overall.flights), "flights"),
    tile(formatShare(overall.shareLate), `more than ${lateMinutes} minutes late`),
    tile(
      `${formatNumber(overall.median, 0)} / ${formatNumber(overall.mean)}`,
      "median / mean delay, minutes",
    ),
    tile(formatShare(evaluation.model.r2), "of variance explained by hour and distance"),
  ]);
}
