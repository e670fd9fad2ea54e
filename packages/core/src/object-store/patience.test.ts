import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { deadlineFor, patienceOf, waitAfter } from "./patience.js";

const usual = patienceOf({}, "gcs");

describe("patienceOf", () => {
  it("takes what is given, and what is usual otherwise", () => {
    expect(usual).toEqual({ attempts: 6, firstWait: 250, stallAfter: 30_000 });
    expect(patienceOf({ attempts: 1, firstWait: 0 }, "gcs")).toEqual({
      attempts: 1,
      firstWait: 0,
      stallAfter: 30_000,
    });
  });

  it.each([
    { attempts: 0 },
    { attempts: 1.5 },
    { firstWait: -1 },
    { stallAfter: 0 },
    { stallAfter: Number.POSITIVE_INFINITY },
    { stallAfter: 2 ** 31 },
    { stallAfter: "10s" as unknown as number },
  ])("refuses %j", (given) => {
    expect(refusal(() => patienceOf(given, "gcs"))).toMatch(/^OPTION_INVALID: .*a whole number from/);
  });
});

describe("waitAfter", () => {
  it("doubles, up to ten seconds, and is spread", () => {
    for (const [attempt, most] of [
      [1, 250],
      [2, 500],
      [3, 1000],
      [9, 10_000],
    ] as const) {
      const wait = waitAfter(attempt, usual, undefined);
      expect(wait).toBeGreaterThanOrEqual(most / 2);
      expect(wait).toBeLessThanOrEqual(most);
    }
  });

  it("is as long as the server asks for, up to a minute", () => {
    expect(waitAfter(1, usual, 5000)).toBe(5000);
    expect(waitAfter(1, usual, 1e9)).toBe(60_000);
  });
});

describe("deadlineFor", () => {
  it("grows with what is sent", () => {
    expect(deadlineFor(0, usual)).toBe(30_000);
    expect(deadlineFor(8 * 1024 * 1024, usual)).toBe(95_536);
  });
});
