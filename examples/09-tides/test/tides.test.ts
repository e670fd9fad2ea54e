import { fileURLToPath } from "node:url";
import { runLocal } from "@flytekit-ts/local-exec";
import { testContext } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { fitHere } from "../src/fit-here.js";
import { forecast, nextHighWater } from "../src/tides.js";

const csv = fileURLToPath(new URL("../data/gauges.csv", import.meta.url));

describe("the forecast of tides", () => {
  it("runs here, with a stand-in for the Python task", async () => {
    const { tides, report } = await runLocal(forecast, { csv }, { mocks: [fitHere], logger: false });
    expect(tides.map(({ gauge }) => gauge)).toEqual(["Vlissingen", "Cuxhaven", "Esbjerg"]);
    expect(await report.text()).toMatch(
      /^Vlissingen: 1\.\d m in hour \d\d\.\d\nCuxhaven: .*\nEsbjerg: .*\n$/,
    );
  });

  it("finds the next high water", () => {
    const tide = { gauge: "Esbjerg", mean: 0, amplitude: 0.7, phase: Math.PI };
    expect(nextHighWater.fn({ tide, after: 48 }, testContext())).toBe("Esbjerg: 0.7 m in hour 55.9");
    expect(nextHighWater.fn({ tide, after: 55.9 }, testContext())).toBe("Esbjerg: 0.7 m in hour 68.3");
  });
});
