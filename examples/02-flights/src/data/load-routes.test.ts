import { describe, expect, it } from "vitest";
import { loadRoutes, toRouteColumns } from "./load-routes.js";

const row = { date: "2001/01/31 06:30", delay: 5, distance: 300, origin: "JFK", destination: "LAX" };

describe("toRouteColumns", () => {
  it("turns rows into columns", () => {
    expect(toRouteColumns([row])).toEqual({
      routes: {
        departure: [new Date("2001-01-31T06:30:00Z")],
        delay: [5],
        distance: [300],
        origin: ["JFK"],
        destination: ["LAX"],
      },
      unreadable: 0,
    });
  });

  it("counts rows that lack a field or have a date that does not exist", () => {
    const rows = [
      { ...row, date: "2001/02/30 06:30" },
      { ...row, delay: "5" },
      { ...row, distance: undefined },
      { ...row, origin: "" },
      { ...row, destination: 7 },
    ];
    const { routes, unreadable } = toRouteColumns(rows);
    expect(unreadable).toBe(5);
    expect(routes.delay).toEqual([]);
  });
});

describe("loadRoutes", () => {
  it("rejects when the file is missing", async () => {
    await expect(loadRoutes("/nowhere/routes.json")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
