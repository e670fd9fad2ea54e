import { describe, expect, it } from "vitest";
import { analyze } from "../../test/analyze.js";
import { flightsOf, routesOf, summaryOf } from "../../test/fixtures.js";
import { extremes, writeSummary } from "./write-summary.js";

const loadedRoutes = { routes: routesOf(), unreadable: 0 };
const rows = Array.from({ length: 400 }, (_, i): [number, number, number] => [i % 40, 300, (i % 24) + 0.5]);

describe("writeSummary", () => {
  it("writes three sentences from the figures", () => {
    const findings = analyze({ flights: flightsOf(...rows), unreadable: 0 }, loadedRoutes);
    const sentences = writeSummary(findings);
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toBe(
      "Of 400 flights, 60.0\u00a0% arrived more than 15 minutes late; the median flight was 19.5 minutes late " +
        "and the mean 19.5 minutes late.",
    );
  });

  it("claims no long tail and no small effect that is not there", () => {
    const far = rows.map(([delay], i): [number, number, number] => [
      i < 200 ? 60 : delay,
      i < 200 ? 3000 : 100,
      12,
    ]);
    const text = writeSummary(analyze({ flights: flightsOf(...far), unreadable: 0 }, loadedRoutes)).join(" ");
    expect(text).not.toContain("long tail");
    expect(text).not.toContain("only from");
  });

  it("says when there is nothing to say", () => {
    const findings = analyze({ flights: flightsOf(), unreadable: 0 }, loadedRoutes);
    expect(writeSummary(findings)).toEqual(["There are no flights to report on."]);
  });
});

describe("extremes", () => {
  it("passes over slices with next to no flights", () => {
    const most = Array.from({ length: 300 }, () => 5);
    const slices = [
      summaryOf("rare", 500),
      summaryOf("none"),
      summaryOf("low", ...most),
      summaryOf("high", ...most, 99),
    ];
    const { low, high } = extremes(slices, 602);
    expect([low.label, high.label]).toEqual(["low", "high"]);
  });
});
