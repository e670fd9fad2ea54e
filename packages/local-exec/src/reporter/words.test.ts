import { expect, it } from "vitest";
import { countsText } from "./words.js";

it("leaves out of counts what there is none of", () => {
  expect(countsText({ succeeded: 10_000, failed: 0, skipped: 1 })).toBe("10,000 succeeded, 1 skipped");
});
