import { describe, expect, it } from "vitest";
import { tableLines } from "./table-lines.js";
import { widthOf } from "./wrap.js";

const columns = [
  { title: "ID" },
  { title: "COUNT", align: "right" },
  { title: "SAYS", gives: 2 },
  { title: "WHERE", gives: 1 },
] as const;
const rows = [
  [
    "f3a9c1e07b2d45f6",
    "7",
    "What went wrong when it ran for the first time",
    "in the garden of forking paths",
  ],
  ["日本語", "1234", "家族 👨‍👩‍👧 ok", "e\u0301te\u0301"],
];

describe("tableLines", () => {
  it("is as wide as what is in it where nothing has to fit", () => {
    expect(tableLines(columns, rows, undefined)).toEqual([
      "ID                COUNT  SAYS                                            WHERE",
      "f3a9c1e07b2d45f6      7  What went wrong when it ran for the first time  in the garden of forking paths",
      "日本語             1234  家族 👨‍👩‍👧 ok                                      e\u0301te\u0301",
    ]);
  });

  it("writes what gives way on several lines, first what gives most", () => {
    expect(tableLines(columns, rows, 80)).toEqual([
      "ID                COUNT  SAYS                     WHERE",
      "f3a9c1e07b2d45f6      7  What went wrong when it  in the garden of forking paths",
      "                         ran for the first time",
      "日本語             1234  家族 👨‍👩‍👧 ok               e\u0301te\u0301",
    ]);
  });

  it("is a list where columns side by side do not fit, and cuts no id", () => {
    expect(tableLines(columns, rows.slice(0, 1), 40)).toEqual([
      "ID     f3a9c1e07b2d45f6",
      "COUNT  7",
      "SAYS   What went wrong when it ran for",
      "       the first time",
      "WHERE  in the garden of forking paths",
    ]);
    const long = "x".repeat(90);
    expect(tableLines(columns, [[long, "1", long, ""]], 80)).toContain(`SAYS   ${long}`);
  });

  it("breaks no name or path: it is a list before", () => {
    const name = "garden.map_water_9d90c8b3194e6b31aa1a52b9069d1534-arraynode";
    expect(tableLines([{ title: "KIND" }, { title: "NAME", gives: 1 }], [["map", name]], 50)).toEqual([
      "KIND  map",
      `NAME  ${name}`,
    ]);
  });

  it("leaves out of a list what is empty", () => {
    expect(tableLines([{ title: "NAME" }, { title: "ACTIVE" }], [["x".repeat(30), ""]], 20)).toEqual([
      `NAME    ${"x".repeat(30)}`,
    ]);
  });

  it("has no line of titles where no column has one", () => {
    const untitled = [{ title: "" }, { title: "", gives: 1 }] as const;
    expect(
      tableLines(
        untitled,
        [
          ["name", "garden.daily"],
          ["takes", "(litres?: int) -> (o0: string)"],
        ],
        30,
      ),
    ).toEqual(["name   garden.daily", "takes  (litres?: int) -> (o0:", "       string)"]);
  });

  it.each([60, 80, 140])("fits %i columns, without blanks at an end", (most) => {
    for (const line of tableLines(columns, rows, most)) {
      expect(widthOf(line)).toBeLessThanOrEqual(most);
      expect(line).toBe(line.trimEnd());
    }
  });

  it("is a line of titles where there are no rows", () => {
    expect(tableLines(columns, [], 80)).toEqual(["ID  COUNT  SAYS  WHERE"]);
  });
});
