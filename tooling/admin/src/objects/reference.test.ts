import { describe, expect, it } from "vitest";
import { BadReference, placeOf, referenceBelow } from "./reference.js";

describe("a reference below another", () => {
  it.each([
    [["p", "d", "SAA===", "code.tar.gz"], "s3://b/p/d/SAA===/code.tar.gz"],
    [["", "p", "d", "root", "../../x y?.txt"], "s3://b/p/x%20y?.txt"],
    [["a", "./b", "c#d"], "s3://b/a/b/c#d"],
    [["a", "%C3%A9 ä"], "s3://b/a/%C3%A9%20%C3%A4"],
    [["..", "..", "a"], "s3://b/a"],
  ])("of %j is %s", (keys, reference) => {
    expect(referenceBelow("s3://b", ...keys)).toBe(reference);
  });

  it("is none with a percent sign that escapes nothing", () => {
    expect(() => referenceBelow("s3://b", "100%")).toThrow(BadReference);
  });
});

describe("the place of a reference", () => {
  it.each([
    ["s3://b/a/b", { bucket: "b", key: "a/b" }],
    ["s3://b/x%20y?.txt", { bucket: "b", key: "x y" }],
    ["s3://b", { bucket: "b", key: "" }],
    ["nonsense", { bucket: "", key: "nonsense" }],
    ["", { bucket: "", key: "" }],
  ])("of %s", (reference, place) => {
    expect(placeOf(reference)).toEqual(place);
  });
});
