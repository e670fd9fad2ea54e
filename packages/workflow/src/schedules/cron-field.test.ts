import { describe, expect, it } from "vitest";
import { parseCronField } from "./cron-field.js";

const day = { name: "day", min: 1, max: 7 };
const month = { name: "month", min: 3, max: 6, names: ["mar", "apr", "may", "jun"] };

/** The values of a field, with `*` in front where it is open; else the problem. */
function read(text: string, range: Parameters<typeof parseCronField>[1] = day): string {
  const field = parseCronField(text, range);
  if ("problem" in field) return field.problem;
  return `${field.open ? "*" : ""}${[...field.values].toSorted((a, b) => a - b).join(" ")}`;
}

describe("parseCronField", () => {
  it.each([
    ["*", "*1 2 3 4 5 6 7"],
    ["?", "*1 2 3 4 5 6 7"],
    ["1", "1"],
    ["7", "7"],
    ["+5", "5"],
    ["007", "7"],
    ["2-4", "2 3 4"],
    ["1-7", "1 2 3 4 5 6 7"],
    ["4-4", "4"],
    ["1,3,5", "1 3 5"],
    ["5,1-2", "1 2 5"],
    ["*/3", "1 4 7"],
    ["?/3", "1 4 7"],
    ["*/1", "*1 2 3 4 5 6 7"],
    ["*/7", "1"],
    ["*/+2", "1 3 5 7"],
    ["*/9223372036854775807", "1"],
    ["2/2", "2 4 6"],
    ["7/2", "7"],
    ["2-5/2", "2 4"],
    ["2-5/1", "2 3 4 5"],
    ["*,3", "*1 2 3 4 5 6 7"],
    ["3,?", "*1 2 3 4 5 6 7"],
    ["*/2,3", "1 3 5 7"],
    ["2,2", "2"],
    // What the parser passes over.
    [",", ""],
    [",,", ""],
    ["1,,2", "1 2"],
    [",6", "6"],
    ["*-", "*1 2 3 4 5 6 7"],
    ["*-anything-at all", "*1 2 3 4 5 6 7"],
    ["?-9/3", "1 4 7"],
  ])("reads %s", (text, values) => {
    expect(read(text)).toBe(values);
  });

  it.each([
    ["mar", "3"],
    ["JUN", "6"],
    ["Apr-May", "4 5"],
    ["mar/2", "3 5"],
    ["4-jun", "4 5 6"],
    ["may,3", "3 5"],
  ])("reads names, in any case: %s", (text, values) => {
    expect(read(text, month)).toBe(values);
  });

  it("lowers the dotted capital I as Go does", () => {
    expect(read("FR\u0130", { name: "day", min: 0, max: 6, names: ["fri"] })).toBe("0");
  });

  it.each([
    "x",
    "mar",
    "1.5",
    "1-",
    "-1",
    "1-2-3",
    "1/",
    "/2",
    "1/2/3",
    "*/",
    "*/x",
    "*/-1",
    "1#2",
    "L",
    "3L",
    "15W",
    "٣",
  ])("refuses what is none: %s", (text) => {
    expect(read(text)).toBe(`has ${JSON.stringify(text)} for its day, which is not a number, range or step`);
  });

  it.each(["may", "january", "a", "mar-apr-may"])("refuses names of something else: %s", (text) => {
    expect(read(`${text}x`, month)).toContain("is not a number, range or step");
  });

  it.each(["9223372036854775808", "99999999999999999999", "+9999999999999999999"])(
    "refuses numbers of more than 64 bits: %s",
    (text) => {
      expect(read(`*/${text}`)).toBe(`has "*/${text}" for its day, which is not a number, range or step`);
      expect(read(text)).toBe(`has "${text}" for its day, which is not a number, range or step`);
    },
  );

  it.each(["0", "8", "0-3", "5-8", "100", "0/2"])("refuses what is out of range: %s", (text) => {
    expect(read(text)).toBe(`has "${text}" for its day, which goes from 1 to 7`);
  });

  it("refuses a range that runs backwards, and a step of 0", () => {
    expect(read("5-2")).toBe('has the range "5-2" for its day, which runs backwards');
    expect(read("*/0")).toBe('has the step 0 in its day "*/0"');
    expect(read("2-5/00")).toBe('has the step 0 in its day "2-5/00"');
  });

  it("reports the first fault of a list, and cuts off a long item", () => {
    expect(read("1,9,x")).toBe('has "9" for its day, which goes from 1 to 7');
    expect(read("x".repeat(40))).toContain(`"${"x".repeat(40)}"`);
    expect(read("x".repeat(41))).toContain(`"${"x".repeat(40)}..."`);
  });

  it("is fast with long inputs", () => {
    const start = performance.now();
    expect(read("*,".repeat(200_000))).toBe("*1 2 3 4 5 6 7");
    expect(read(`${"0".repeat(500_000)}x`)).toContain("is not a number");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
