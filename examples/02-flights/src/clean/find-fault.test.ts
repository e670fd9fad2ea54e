import { describe, expect, it } from "vitest";
import { faultNames, findFault } from "./find-fault.js";

const good = { delay: 5, distance: 100, hour: 12 };

describe("findFault", () => {
  it("finds none in an ordinary flight", () => {
    expect(findFault(good)).toBeUndefined();
  });

  it.each([
    ["hour outside the day", { hour: 24 }, { hour: 23.99 }],
    ["hour outside the day", { hour: -0.01 }, { hour: 0 }],
    ["distance not above zero", { distance: 0 }, { distance: 1 }],
    ["distance beyond half the globe", { distance: 12_451 }, { distance: 12_450 }],
    ["a day or more off schedule", { delay: 1440 }, { delay: 1439 }],
    // 30 minutes on the ground and 100 / 8 minutes in the air: 42.5 minutes at most.
    ["earlier than the flight takes", { delay: -43 }, { delay: -42 }],
  ])("finds %s in %j but not in %j", (name, wrong, right) => {
    expect(findFault({ ...good, ...wrong })).toBe(name);
    expect(findFault({ ...good, ...right })).toBeUndefined();
  });

  it("reports the first fault of several", () => {
    expect(findFault({ delay: 2000, distance: -1, hour: 25 })).toBe("hour outside the day");
  });

  it("has a name for each, and one for rows that could not be read", () => {
    expect(faultNames).toHaveLength(6);
    expect(faultNames[0]).toBe("unreadable row");
  });
});
