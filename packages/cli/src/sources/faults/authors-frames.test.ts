import { expect, it } from "vitest";
import { authorsFrames, isOurFrame } from "./authors-frames.js";

it("leaves frames of authors, and none of these packages", () => {
  const own = String(new Error("x").stack).split("\n")[1] ?? "";
  const test = own.replace("/src/sources/", "/test/fixtures/");
  expect([isOurFrame(own), isOurFrame(own.replace("/cli/", "/core/")), isOurFrame(test)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(authorsFrames(`Error: x\n${own}\n    at /team/ada/a.ts:1:2`)).toBe(
    "Error: x\n    at /team/ada/a.ts:1:2",
  );
});
