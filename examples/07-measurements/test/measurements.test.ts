import { runLocal } from "@flytekit-ts/local-exec";
import { describe, expect, it } from "vitest";
import { measured } from "../src/measurements.js";

describe("the workflow", () => {
  it("reads what pandas wrote, leaves out what cannot be true, and writes a dataset and a file", async () => {
    const all = new URL("../data/measurements.parquet", import.meta.url);
    const { rows, highest } = await runLocal(measured, { all });
    const kept: unknown[] = [];
    for await (const row of rows.rows()) kept.push(row);
    expect(kept).toHaveLength(41);
    expect(kept[0]).toEqual({
      station: "south",
      taken: new Date("2024-05-01T00:00:00Z"),
      celsius: 8,
      samples: 0,
    });
    expect(await highest.text()).toBe("north: 19.35 °C\nsouth: 17.45 °C\n");
  });
});
