import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { workflow } from "../function/workflow.js";
import { assignNodeIds, idOf } from "./assign-node-ids.js";
import { graphOf } from "./graph.js";

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

  it("gives no ids to no nodes", () => {
    expect(assignNodeIds([])).toEqual([]);
  });
});

describe("idOf", () => {
  it("finds the id of a node by its key", () => {
    const { nodes, ids } = graphOf(mixed);
    expect(nodes.map(({ key }) => idOf(key, ids))).toEqual(["n0", "my-node", "n2"]);
  });

  it("is empty for the node that gives the workflow's inputs", () => {
    const { start, ids } = graphOf(mixed);
    expect(idOf(start, ids)).toBe("");
  });
});
