import { conditional, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { compile } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { nodePaths } from "./node-paths.js";

const one = { inputs: { x: t.int() }, output: t.int() };
const inc = task({ name: "inc", ...one }, ({ x }) => x + 1);
const report = task({ name: "report", inputs: { x: t.int() } }, () => {});
const inner = workflow({ name: "inner", ...one, onFailure: report }, ({ x }) => inc({ x: inc({ x }) }));
const plan = launchPlan(inner, { name: "inner.plan" });

const outer = workflow({ name: "outer", ...one }, ({ x }) => {
  const a = inc({ x });
  const b = inc({ x });
  const c = conditional("c")
    .if(a.gt(0), () => inner({ x: b }))
    .else(() =>
      conditional("d")
        .if(a.lt(0), () => plan({ x: b }))
        .fail("no"),
    );
  return inc({ x: c });
});

describe("nodePaths", () => {
  it("knows what comes before each node that may run, at any depth", () => {
    const upstream = [...nodePaths(compile(outer))].map(([path, node]) => [path, node.upstream] as const);
    expect(Object.fromEntries(upstream)).toEqual({
      n0: [],
      n1: [],
      n2: ["n0"],
      "n2/n2-n0": ["n1"],
      "n2/n2-n0/n0": [],
      "n2/n2-n0/n1": ["n2/n2-n0/n0"],
      "n2/n2-n0/fn0": [],
      "n2/n2-n1": ["n0"],
      "n2/n2-n1/n2-n1-n0": ["n1"],
      "n2/n2-n1/n2-n1-n0>n0": [],
      "n2/n2-n1/n2-n1-n0>n1": ["n2/n2-n1/n2-n1-n0>n0"],
      "n2/n2-n1/n2-n1-n0>fn0": [],
      n3: ["n2"],
    });
  });

  it("knows the first node of each execution", () => {
    const first = [...nodePaths(compile(outer))].flatMap(([path, { isFirst }]) => (isFirst ? [path] : []));
    expect(first).toEqual(["n0", "n2/n2-n1/n2-n1-n0>n0"]);
  });
});
