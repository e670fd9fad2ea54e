import { describe, expect, it } from "vitest";
import { flightsOf } from "../../test/fixtures.js";
import { splitFlights } from "./split-flights.js";

const flights = flightsOf(...Array.from({ length: 2000 }, (_, i): [number] => [i]));

describe("splitFlights", () => {
  it("puts every flight on exactly one side, about the asked share held out", () => {
    const { train, heldOut } = splitFlights(flights, { seed: 3, heldOutShare: 0.2 });
    expect([...train.delay, ...heldOut.delay].toSorted((a, b) => a - b)).toEqual(flights.delay);
    expect(heldOut.delay.length / 2000).toBeCloseTo(0.2, 1);
  });

  it("repeats for a seed and differs between seeds", () => {
    const split = (seed: number) => splitFlights(flights, { seed, heldOutShare: 0.2 });
    expect(split(3)).toEqual(split(3));
    expect(split(3)).not.toEqual(split(4));
  });

  it("can hold out none or all", () => {
    expect(splitFlights(flights, { seed: 1, heldOutShare: 0 }).heldOut.delay).toEqual([]);
    expect(splitFlights(flights, { seed: 1, heldOutShare: 1 }).train.delay).toEqual([]);
  });
});
