import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { graphOf } from "./graph.js";
import { walkGraph } from "./walk-graph.js";

const inputs = { x: t.int() };
const inc = task({ name: "inc", inputs, output: t.int() }, ({ x }) => x + 1);
const handler = task({ name: "handler", inputs }, () => {});

describe("walkGraph", () => {
  const wf = workflow({ name: "wf", inputs, onFailure: handler }, ({ x }) => {
    inc({ x }, { id: "first" });
    conditional("outer")
      .if(x.gt(1), () =>
        conditional("inner")
          .if(x.gt(2), () => inc({ x }))
          .else(() => inc({ x }, { id: "deep" })),
      )
      .else(() => inc({ x }));
  });

  it("gives each node under the id that it has for the backend, those of arms and of failure, too", () => {
    expect(walkGraph(graphOf(wf)).map(({ node, nodeId }) => [nodeId, node.entity.name])).toEqual([
      ["first", "inc"],
      ["n1", "outer"],
      ["n1-n0", "inner"],
      ["n1-n0-n0", "inc"],
      ["n1-n0-deep", "inc"],
      ["n1-n1", "inc"],
      ["fn0", "handler"],
    ]);
  });

  it("walks a graph once, and each graph for itself", () => {
    expect(walkGraph(graphOf(wf))).toBe(walkGraph(graphOf(wf)));
    const other = workflow({ name: "other", inputs }, ({ x }) => void inc({ x }));
    expect(walkGraph(graphOf(other)).map(({ nodeId }) => nodeId)).toEqual(["n0"]);
  });
});
