import { describe, expect, it } from "vitest";
import { loadFlights, toFlightColumns } from "./load-flights.js";

describe("toFlightColumns", () => {
  it("turns rows into columns and counts what cannot be read", () => {
    const rows = [
      { delay: 5, distance: 300, time: 6.5 },
      { delay: 0.5, distance: 300, time: 6.5 },
      { delay: 5, distance: null, time: 6.5 },
      { delay: 5, distance: 300 },
      "not a row",
      { delay: -2, distance: 200, time: 0 },
    ];
    expect(toFlightColumns(rows)).toEqual({
      flights: { delay: [5, -2], distance: [300, 200], hour: [6.5, 0] },
      unreadable: 4,
    });
  });

  it("gives empty columns for no rows", () => {
    expect(toFlightColumns([])).toEqual({ flights: { delay: [], distance: [], hour: [] }, unreadable: 0 });
  });
});

describe("loadFlights", () => {
  it("rejects when the file is missing", async () => {
    await expect(loadFlights("/nowhere/flights.json")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
