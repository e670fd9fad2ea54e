import { describe, expect, it } from "vitest";
import { dayOrder, inDayOrder } from "./day-order.js";

describe("inDayOrder", () => {
  it("starts at 05:00 and ends at 04:00", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const day = inDayOrder(hours);
    expect([day[0], day[18], day[19], day[23]]).toEqual([5, 23, 0, 4]);
    expect(day).toEqual(dayOrder);
  });

  it("leaves out hours that are missing", () => {
    expect(inDayOrder(["a", "b"])).toEqual(["a", "b"]);
    expect(inDayOrder([])).toEqual([]);
  });
});
