import { expect, it } from "vitest";
import { durationText } from "./duration-text.js";

it.each([
  [undefined, ""],
  [-1, "0ms"],
  [0, "0ms"],
  [0.4, "0ms"],
  [12.4, "12ms"],
  [999.4, "999ms"],
  [999.6, "1.0s"],
  [3440, "3.4s"],
  [59_949, "59.9s"],
  [59_960, "1m 00s"],
  [125_000, "2m 05s"],
  [3_599_499, "59m 59s"],
  [3_599_500, "1h 00m"],
  [3_720_000, "1h 02m"],
  [259_200_000, "72h 00m"],
])("says %s milliseconds as %j", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
