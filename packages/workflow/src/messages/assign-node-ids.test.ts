import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { workflow } from "../function/workflow.js";
import { graphOf, idIn } from "../graph/graph.js";
import { assignNodeIds } from "./assign-node-ids.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

const mixed = workflow({ name: "mixed", inputs: { x: t.int() } }, ({ x }) => {
  const first = inc({ x });
  const named = inc({ x: first }, { id: "My_Node" });
  inc({ x: named });
});

describe("assignNodeIds", () => {
  it("counts all nodes, and makes what an author asked for DNS-safe", () => {
    expect(assignNodeIds(graphOf(mixed).nodes)).toEqual(["n0", "my-node", "n2"]);
  });

  it("puts a prefix in front of automatic ids alone", () => {
    expect(assignNodeIds(graphOf(mixed).nodes, "d")).toEqual(["dn0", "my-node", "dn2"]);
  });

  it("gives no ids to no nodes", () => {
    expect(assignNodeIds([])).toEqual([]);
  });
});

describe("idIn", () => {
  it("finds the id of a node by its key", () => {
    const graph = graphOf(mixed);
    expect(graph.nodes.map(({ key }) => idIn(graph, key))).toEqual(["n0", "my-node", "n2"]);
  });

  it("is empty for the node that gives the workflow's inputs, and for nodes of other graphs", () => {
    const graph = graphOf(mixed);
    expect(idIn(graph, graph.start)).toBe("");
    expect(idIn(graph, { trace: {}, index: 0, entity: "inc" })).toBe("");
  });
});
