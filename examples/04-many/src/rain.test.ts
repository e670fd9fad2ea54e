import { runLocal, startLocal } from "@flytekit-ts/local-exec";
import { compile } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { readAll, warnings, watch } from "./rain.js";

describe("readAll", () => {
  it("gives each gauge the day and the factor, and leaves holes where gauges are broken", async () => {
    expect(await runLocal(readAll, { gauge: ["a-1", "a-4", "a-5", "a-6"], day: 0, factor: 0.5 })).toEqual([
      { gauge: "a-1", millimetres: 18.5 },
      { gauge: "a-4", millimetres: 14 },
      undefined,
      { gauge: "a-6", millimetres: 21 },
    ]);
  });

  it("fails if more than a quarter do not answer", async () => {
    const failure = runLocal(readAll, { gauge: ["a-4", "a-5", "a-10", "a-11"], day: 0 });
    await expect(failure).rejects.toMatchObject({ code: "MAP_FAILED", params: { size: 4, wanted: 3 } });
  });

  it("reads four gauges at a time, and says so to the cluster", () => {
    const { target } = compile(watch).template.nodes[1] ?? {};
    expect(target).toMatchObject({
      $case: "arrayNode",
      value: {
        boundInputs: ["day", "factor"],
        parallelismOption: { value: 4 },
        successCriteria: { $case: "minSuccessRatio", value: 0.75 },
      },
    });
  });
});

describe("warnings", () => {
  const readings = [12, 48, 55].map((millimetres, index) => ({ gauge: `b-${index}`, millimetres }));

  it("makes two nodes for each gauge above the limit", async () => {
    const run = startLocal(warnings, { readings, limit: 40 });
    const made: string[] = [];
    for await (const event of run.events()) {
      if (event.kind === "node-started" && event.node.includes("/dn")) made.push(event.node);
    }
    expect(await run.result).toEqual(["b-1: 3.52 m expected", "b-2: 3.81 m expected"]);
    expect(made.toSorted()).toEqual(["n0/dn0", "n0/dn1", "n0/dn2", "n0/dn3"]);
  });

  it("makes none where there is nothing to warn of", async () => {
    expect(await runLocal(warnings, { readings, limit: 60 })).toEqual([]);
  });
});

describe("watch", () => {
  it("is the same graph for any number of gauges", async () => {
    expect(compile(watch).template.nodes).toHaveLength(4);
    expect((await runLocal(watch, { basin: "c", gauges: 4, day: 1, limit: 100 })).missing).toBe(0);
    expect((await runLocal(watch, { basin: "c", gauges: 19, day: 1, limit: 100 })).missing).toBe(3);
  });
});
