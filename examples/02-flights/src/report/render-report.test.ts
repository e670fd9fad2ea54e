import { describe, expect, it } from "vitest";
import { analyze } from "../../test/analyze.js";
import { countOf, flightsOf, routesOf } from "../../test/fixtures.js";
import { renderReport } from "./render-report.js";
import { renderTable } from "./render-table.js";

const rows = Array.from({ length: 500 }, (_, i): [number, number, number] => [
  ((i * 37) % 90) - 20,
  100 + ((i * 53) % 2900),
  (i * 7) % 24,
]);
const routes = Array.from({ length: 200 }, (_, i): [string, string, number] => [
  `<${i % 3}>`,
  `&${i % 2}`,
  (i * 31) % 60,
]);

const small = analyze(
  { flights: flightsOf(...rows), unreadable: 0 },
  { routes: routesOf(...routes), unreadable: 0 },
);
const empty = analyze({ flights: flightsOf(), unreadable: 0 }, { routes: routesOf(), unreadable: 0 });
const single = analyze(
  { flights: flightsOf([20]), unreadable: 0 },
  { routes: routesOf(["A", "B", 3]), unreadable: 0 },
);

describe.each([
  ["an ordinary report", small],
  ["a report of nothing", empty],
  ["a report of one flight", single],
])("%s", (_, findings) => {
  const html = renderReport(findings);

  it("shows no value that is none", () => {
    const shown = html.replace(/<style>.*<\/style>/s, "") + renderTable(findings);
    expect(shown).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });

  it("needs nothing from elsewhere", () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|https?:|url\(|@import|\son\w+=/);
  });

  it("closes what it opens", () => {
    expect(unclosed(html)).toEqual([]);
  });

  it("uses each id once and refers to none that is missing", () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const referred = [...html.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap(([, names = ""]) =>
      names.split(" "),
    );
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("names and describes every drawing", () => {
    const drawings = countOf(html, "<svg ");
    expect(drawings).toBe(11); // four charts in two sizes, two rankings, one calibration
    expect(countOf(html, 'role="img"')).toBe(drawings);
    expect(countOf(html, "<desc ")).toBe(drawings);
  });
});

describe("renderReport", () => {
  it("escapes what came with the data", () => {
    const html = renderReport(small);
    expect(html).toContain("&lt;1&gt;");
    expect(html).not.toContain("<1>");
  });

  it("gives equal bytes for equal findings, in whatever order a map comes back", () => {
    const reversed = Object.fromEntries(Object.entries(small.cleaning.dropped).toReversed());
    const again = { ...structuredClone(small), cleaning: { ...small.cleaning, dropped: reversed } };
    expect(renderReport(again)).toBe(renderReport(small));
  });

  it("credits the source", () => {
    expect(renderReport(empty)).toContain(
      "Data: vega-datasets 3.2.1 (BSD-3), US Bureau of Transportation Statistics flights",
    );
  });
});

describe("renderTable", () => {
  it("fits a terminal", () => {
    const lines = renderTable(small).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
    expect(lines[0]).toBe("500 of 500 flights kept; delay on arrival in minutes:");
  });

  it("has dashes for what is empty", () => {
    expect(renderTable(empty)).toContain("under 250          0     –       –    –     –");
    expect(renderTable(empty)).toContain("no airport has enough flights to be ranked");
  });
});

/** Tags that are closed out of order or never; empty when all is well. */
function unclosed(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, tag = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (tag === "meta") continue;
    if (slash === "") open.push(tag);
    else if (open.pop() !== tag) wrong.push(tag);
  }
  return [...wrong, ...open];
}
