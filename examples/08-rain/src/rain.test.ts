import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { flyteFile, NonRecoverableError, testContext } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { readDays } from "./days.js";
import { fit, parse, split } from "./rain.js";

const days = await readDays(fileURLToPath(new URL("../data/seattle.csv", import.meta.url)));

describe("the tasks", () => {
  it("read the days, and refuse what is none", async () => {
    expect([days.length, days[0]]).toEqual([
      1461,
      { date: "2012-01-01", rain: 0, high: 12.8, low: 5, wind: 4.7 },
    ]);
    const path = join(mkdtempSync(join(tmpdir(), "rain-")), "days.csv");
    for (const [text, problem] of [
      ["date,rain\n", "columns"],
      ["date,rain,high,low,wind\n2012-01-01,0,1,5,1\n", "row 2"],
      ["date,rain,high,low,wind\n2012-01-01,,1,0\n", "row 2"],
    ]) {
      writeFileSync(path, text ?? "");
      const wrong = { csv: flyteFile(path, { format: "csv" }) };
      await expect(parse.fn(wrong, testContext())).rejects.toThrow(NonRecoverableError);
      await expect(parse.fn(wrong, testContext())).rejects.toThrow(problem);
    }
  });

  it("make a fold of each year, which has the days of the others", async () => {
    const folds = await split.fn({ days }, testContext());
    expect(folds.map(({ year, learn, test }) => [year, learn.length, test.length])).toEqual([
      [2012, 1095, 366],
      [2013, 1096, 365],
      [2014, 1096, 365],
      [2015, 1096, 365],
    ]);
  });

  it("go on from a checkpoint as if nothing had happened", async () => {
    const fold = { year: 2012, learn: days.slice(366), test: days.slice(0, 366) };
    const first = testContext();
    await fit.fn({ fold, steps: 200 }, first);
    const logged: unknown[] = [];
    const logger = { ...first.logger, info: (...message: unknown[]) => void logged.push(message) };
    const second = await fit.fn({ fold, steps: 300 }, testContext({ after: first, logger }));
    expect(logged).toEqual([["goes on", { year: 2012, step: 200 }]]);
    expect(second).toEqual(await fit.fn({ fold, steps: 300 }, testContext()));
  });
});
