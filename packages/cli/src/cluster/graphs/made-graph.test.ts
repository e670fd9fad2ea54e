import { CompiledWorkflowClosure } from "@flytekit-ts/models/core";
import type { NodeTree, Remote } from "@flytekit-ts/remote";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { compile } from "@flytekit-ts/workflow/compile";
import { expect, it } from "vitest";
import { graphOf } from "../../graph/graph-of.js";
import { nodeAt } from "../../graph/states/node-at.js";
import { withMadeGraphs } from "./made-graph.js";

const inc = task({ name: "made.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const made = workflow({ name: "made.inside", inputs: { x: t.int() } }, ({ x }) => {
  inc({ x });
});
const many = workflow({ name: "made.many" }, () => {
  for (let x = 0; x < 203; x += 1) inc({ x });
});
const settings = { project: "p", domain: "d", version: "v", image: "i:v" };
const { template } = compile(made, settings);
const closure = CompiledWorkflowClosure.fromPartial({ primary: { template } });

it("asks for so many graphs and no more, for those of failed nodes first, and says how many are left out", async () => {
  const asked: (string | undefined)[] = [];
  const getDynamicNodeWorkflow = async ({ id }: { id?: { nodeId: string } }) => {
    asked.push(id?.nodeId);
    return { compiledWorkflow: id?.nodeId === "n1" ? undefined : closure };
  };
  const remote = { connection: { admin: { getDynamicNodeWorkflow } } } as unknown as Remote;
  const nodes = Array.from({ length: 203 }, (_, at) => ({
    ...{ id: `n${at}`, path: `n${at}`, isDynamic: true, phase: at === 202 ? "FAILED" : "SUCCEEDED" },
    ...{ execution: { project: "p", domain: "d", name: "e" }, nodes: [] },
  })) as unknown as readonly NodeTree[];
  const { signal } = new AbortController();
  const whole = await withMadeGraphs(graphOf(many), nodes, { remote, signal });
  expect(asked.slice(0, 3)).toEqual(["n202", "n0", "n1"]);
  // The cluster does not have one of them any more.
  expect(asked).toHaveLength(201);
  expect(whole.made).toEqual({ drawn: 200, all: 202 });
  expect(nodeAt(whole, "n202")).toMatchObject({ kind: "dynamic", graph: "made.inside (p, d, v) at n202" });
  expect(nodeAt(whole, "n201")?.graph).toBeUndefined();
  const some = await withMadeGraphs(graphOf(many), nodes.slice(0, 200), { remote, signal });
  expect(some.made).toBeUndefined();
});
