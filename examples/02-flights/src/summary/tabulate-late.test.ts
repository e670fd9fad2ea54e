import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { tabulateLate } from "./tabulate-late.js";

describe("tabulateLate", () => {
  it("counts flights and late flights per band", () => {
    const flights = flightsOf([16, 100], [15, 100], [40, 300], [0, 3000]);
    expect(tabulateLate({ label: "06:00", flights })).toEqual({
      label: "06:00",
      flights: [2, 1, 0, 0, 0, 0, 0, 1],
      late: [1, 1, 0, 0, 0, 0, 0, 0],
    });
  });
});
