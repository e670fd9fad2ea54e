import { mock, runLocal } from "@flytekit-ts/local-exec";
import { compile } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { toWorkflow } from "./round.js";
import { assay } from "./samples.js";

const taken = new Date("2024-05-17T02:00:00Z");

describe("toWorkflow", () => {
  const round = toWorkflow({
    name: "round",
    stops: [{ site: "spring", limit: 1 }, { site: "old-bridge", after: "spring" }, { site: "harbour" }],
  });

  it("makes a node for each stop, in the order that was asked for", () => {
    expect(round.ready()).toBe(true);
    expect(compile(round).template.nodes.map(({ id, upstreamNodeIds }) => [id, upstreamNodeIds])).toEqual([
      ["spring", []],
      ["old-bridge", ["spring"]],
      ["harbour", []],
      ["n3", ["spring", "old-bridge", "harbour"]],
    ]);
  });

  it("runs", async () => {
    const mocks = [mock(assay, () => ({ nitrate: 2, ph: 7 }))];
    const { report } = await runLocal(round, { taken }, { mocks });
    expect(report.split("\n").map((line) => line.slice(0, line.indexOf(" (")))).toEqual([
      "spring: not safe",
      "old-bridge: safe",
      "harbour: safe",
    ]);
  });

  it("refuses an order that cannot be kept", () => {
    const stops = [{ site: "mill", after: "spring" }, { site: "spring" }];
    expect(() => toWorkflow({ name: "odd", stops })).toThrow("mill comes after spring, which comes later");
  });
});
