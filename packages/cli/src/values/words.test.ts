import { expect, it } from "vitest";
import { spanText } from "./words.js";

it.each([
  [undefined, ""],
  [0, "0ms"],
  [12.4, "12ms"],
  [999.4, "999ms"],
  [999.6, "1.0s"],
  [3440, "3.4s"],
  [59_949, "59.9s"],
  [59_960, "1m 00s"],
  [125_000, "2m 05s"],
  [3_720_000, "1h 02m"],
  [176_520_000, "49h 02m"],
])("says %s milliseconds as %j", (milliseconds, text) => {
  expect(spanText(milliseconds)).toBe(text);
});
