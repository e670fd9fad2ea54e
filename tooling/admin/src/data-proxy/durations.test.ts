import { expect, it } from "vitest";
import { goDuration, isValid } from "./durations.js";

it.each([
  [0n, 0, "0s"],
  [0n, 1, "1ns"],
  [0n, 1500, "1.5µs"],
  [0n, 300_000_000, "300ms"],
  [1n, 500_000_000, "1.5s"],
  [60n, 0, "1m0s"],
  [3600n, 0, "1h0m0s"],
  [7384n, 1, "2h3m4.000000001s"],
  [-90n, -500_000_000, "-1m30.5s"],
])("writes %d s and %d ns as Go does: %s", (seconds, nanos, text) => {
  expect(goDuration({ seconds, nanos })).toBe(text);
});

it.each([
  [1n, 999_999_999, true],
  [1n, 1_000_000_000, false],
  [1n, -1, false],
  [-1n, 1, false],
  [0n, -1, true],
  [315_576_000_000n, 0, true],
  [315_576_000_001n, 0, false],
])("takes %d s and %d ns for a duration: %s", (seconds, nanos, isOne) => {
  expect(isValid({ seconds, nanos })).toBe(isOne);
});
