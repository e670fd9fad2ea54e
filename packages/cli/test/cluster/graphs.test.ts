import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { connect, type Remote } from "@flytekit-ts/remote";
import { approve, dynamic, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphModel } from "../../src/graph/model/graph-model.js";
import { nodeAt } from "../../src/graph/states/node-at.js";
import { graphOf } from "../../src/graph/graph-of.js";
import { type Around, runCli } from "../support/run-cli.js";
import { orchard } from "./orchard.js";

const pick = task({ name: "graphs.pick", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x > 10) throw new Error(`nobody picks ${x}`);
  return x;
});
const picked = workflow({ name: "graphs.picked", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  pick({ x }),
);
const plan = launchPlan(picked, { name: "graphs.plan", fixedInputs: { x: 3 } });
const season = workflow({ name: "graphs.season", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  pick({ x: approve(picked({ x }), "release") }, { after: [plan({})] }),
);

const leaf = dynamic({ name: "graphs.leaf", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  pick({ x }),
);
const fan = dynamic({ name: "graphs.fan", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  leaf({ x: picked({ x }) }),
);
const fanned = workflow({ name: "graphs.fanned", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  fan({ x: fan({ x }) }),
);

const PLACE = { project: "flytesnacks", domain: "development" } as const;
const settings = { ...PLACE, version: "v1", image: "i:v1", root: import.meta.dirname };

let cluster: TestCluster;
let remote: Remote;
let folder: string;
const run = (argv: readonly string[], around: Around = {}) =>
  runCli(argv, { env: { ...cluster.env, HOME: "/nowhere" }, ...around });
const modelOf = async (...argv: readonly string[]): Promise<GraphModel> => {
  const { code, objects, stdout } = await run(["graph", ...argv, "--json"]);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  return objects[0] as unknown as GraphModel;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "graphs-"));
  cluster = await startTestCluster({
    inProcess: { entities: [orchard, season, plan, fanned, leaf], settings },
  });
  remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
  for (const version of ["v1", "v2"])
    await remote.register([orchard, season, plan, fanned, leaf], {
      version,
      image: "i:v1",
      root: import.meta.dirname,
    });
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
  rmSync(folder, { recursive: true });
});

/** What both ways to a graph have to say alike: what only the author's code says is left out. */
function skeletonOf({ graphs, root }: GraphModel) {
  const nameOf = (key: string | undefined): string | undefined =>
    key === undefined ? undefined : graphs[key]?.name;
  type Nodes = GraphModel["graphs"][string]["nodes"];
  const nodesOf = (nodes: Nodes): unknown =>
    nodes.map(({ id, kind, inputs, outputs, graph, arms = [] }) => ({
      ...{ id, kind, graph: nameOf(graph) },
      // Messages do not say of which type is what is approved.
      inputs: inputs.map(({ name, from, type }) => [name, from, kind === "approval" ? "" : type]),
      outputs:
        kind === "conditional" || kind === "approval" ? [] : outputs.map(({ name, type }) => [name, type]),
      arms: arms.map(({ when, node }) => [when, node && nodesOf([node])]),
    }));
  const all = Object.values(graphs).map(({ name, nodes, edges, inputs, outputs }) => ({
    ...{ name, inputs: inputs.length, outputs: outputs.length, nodes: nodesOf(nodes) },
    edges: edges.map(({ from, to, kind }) => [from, to, kind].join(" ")).toSorted(),
  }));
  return { root: nameOf(root), graphs: all.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

describe("tsflyte graph NAME --remote", () => {
  it.each([orchard, season])("draws what the author's code draws: $name", async (entity) => {
    const registered = await modelOf(entity.name, "--remote");
    const own = JSON.parse(JSON.stringify(graphOf(entity))) as GraphModel;
    expect(skeletonOf(registered)).toEqual(skeletonOf(own));
    expect(registered.entity).toBe("workflow");
  });

  it("draws a version, a launch plan and a task", async () => {
    expect(JSON.stringify(await modelOf("graphs.season:v1", "--remote"))).toContain("version v1");
    const model = await modelOf("graphs.plan", "-r");
    expect(model.entity).toBe("launch plan");
    const [node] = model.graphs[model.root]?.nodes ?? [];
    expect(node).toMatchObject({
      kind: "launch-plan",
      name: "plan",
      outputs: [{ name: "o0", type: "int" }],
    });
    expect(node?.facts).toContainEqual({ name: "fixed input x", value: "3" });
    expect(model.graphs[node?.graph ?? ""]?.name).toBe("graphs.picked");
    expect((await modelOf("graphs.pick", "--remote")).entity).toBe("task");
    expect((await modelOf("graphs.season", "--remote", "--kind", "launch-plan")).entity).toBe("launch plan");
  });

  it("draws in all formats", async () => {
    const { stdout } = await run(["graph", "graphs.season", "--remote"]);
    expect(stdout).toContain("flowchart");
    const file = join(folder, "season.html");
    expect((await run(["graph", "graphs.season", "--remote", "-o", file])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toContain("graphs.season");
  });

  it.each([
    [["graphs.seasn", "--remote"], 1, "Did you mean graphs.season?"],
    [["graphs.season:v9", "--remote"], 1, "v9"],
    [["--remote"], 2, "takes one name"],
    [["a", "b", "--remote"], 2, "takes one name"],
    [["--execution", "none-such"], 1, "[NOT_ON_CLUSTER]"],
    [["x.ts", "--execution", "e"], 2, "no file and no name"],
    [["--execution", "e", "--run", "last"], 2, "--run is of this machine"],
    [["--execution", "Not A Name"], 2, "is not an execution"],
  ])("refuses %j", async (argv, wanted, said) => {
    const { code, stdout, stderr } = await run(["graph", ...argv]);
    expect([code, stdout, stderr]).toEqual([wanted, "", expect.stringContaining(said)]);
  });
});

describe("tsflyte graph --execution", () => {
  const states = ({ states: all = {} }: GraphModel) =>
    Object.fromEntries(Object.entries(all).map(([path, { state }]) => [path, state]));

  it("shows each kind of node, with arms and items", async () => {
    await (await remote.execute(orchard, { x: 1, xs: [1, 2] }, { name: "grown", version: "v1" })).wait();
    const model = await modelOf("--execution", "grown");
    expect(model).toMatchObject({ name: "orchard.main", run: { id: "grown", state: "succeeded" } });
    for (const path of Object.keys(model.states ?? {})) expect(nodeAt(model, path)).toBeDefined();
    expect(states(model)).toMatchObject({
      ...{ n0: "succeeded", "n0/n0": "succeeded", "n0/n1": "succeeded", n1: "succeeded" },
      ...{ "n1/n1-n0": "skipped", "n1/n1-n1": "succeeded", "n1/n1-n1/n0": "succeeded" },
      ...{ n2: "succeeded", n4: "succeeded" },
    });
    expect(model.states?.["n2"]?.items).toEqual({ succeeded: 2 });
  });

  it("shows executions inside, where it waits, and where it failed", async () => {
    const execution = await remote.execute(season, { x: 4 }, { name: "waits", version: "v1" });
    await expect.poll(async () => (await execution.signals()).length, { timeout: 20_000 }).toBe(1);
    await expect
      .poll(async () => states(await modelOf("--execution", "waits")), { timeout: 20_000 })
      .toMatchObject({ "n0/n0": "succeeded", n1: "waiting", "n2>n0": "succeeded", n2: "succeeded" });
    await execution.approve("release", false);
    await execution.wait().catch(() => undefined);
    const model = await modelOf("--execution", "waits");
    expect(model.run).toMatchObject({ state: "failed", failed: "n1" });
    expect(states(model)).toMatchObject({ n1: "failed" });
    const { stdout } = await run(["graph", "--execution", "waits", "--format", "dot"]);
    expect(stdout).toContain("failed");
  });

  it("shows what dynamics made, each at the node that made it", async () => {
    await (await remote.execute(fanned, { x: 4 }, { name: "fanned", version: "v1" })).wait();
    const model = await modelOf("--execution", "fanned");
    const inside = (path: string): unknown =>
      model.graphs[nodeAt(model, path)?.graph ?? ""]?.nodes.map(({ kind, entity }) => `${kind} ${entity}`);
    for (const path of ["n0", "n1"]) {
      expect(nodeAt(model, path)?.kind).toBe("dynamic");
      expect(inside(path)).toEqual(["workflow graphs.picked", "dynamic graphs.leaf"]);
    }
    const all = Object.entries(states(model));
    expect(all.length).toBe(2 * (1 + 2 + 1 + 1));
    for (const [path, state] of all) {
      expect([path, state]).toEqual([path, "succeeded"]);
      expect(nodeAt(model, path)).toBeDefined();
    }
  });

  it("shows an execution of a task", async () => {
    await (
      await remote.execute(pick, { x: 11 }, { name: "alone", version: "v1" })
    )
      .wait()
      .catch(() => undefined);
    const model = await modelOf("--execution", "alone");
    expect(states(model)).toEqual({ n0: "failed" });
    expect(model.states?.["n0"]?.error).toContain("nobody picks 11");
  });
});

describe("tsflyte inspect NAME --remote", () => {
  it("shows a workflow with its nodes", async () => {
    const { code, stdout } = await run(["inspect", "orchard.main:v1", "--remote"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^workflow orchard\.main\nversion v1 in flytesnacks\/development\nregistered 20/);
    expect(stdout).toMatch(/^x +int/m);
    expect(stdout).toMatch(/^n1 +conditional/m);
    expect(stdout).toMatch(/^n0 +workflow orchard\.row +x = inputs\.x$/m);
    expect(stdout).not.toMatch(/^n1-n1 /m);
    const { objects } = await run(["inspect", "graphs.season", "--remote", "--json"]);
    expect(objects).toMatchObject([
      {
        ...{ kind: "workflow", name: "graphs.season", version: "v2", outputsFrom: { o0: "n3.o0" } },
        inputs: [{ name: "x", type: "int", required: true }],
        nodes: [{ id: "n0" }, { id: "n1", kind: "gate" }, { id: "n2", runs: "graphs.plan" }, { id: "n3" }],
        uses: expect.arrayContaining([{ kind: "launch-plan", name: "graphs.plan" }]) as unknown,
      },
    ]);
  });

  it("shows a launch plan and a task, and their messages", async () => {
    const { objects } = await run(["inspect", "graphs.plan", "-r", "--json"]);
    expect(objects).toMatchObject([
      { kind: "launch-plan", inputs: [], settings: { workflow: "graphs.picked", fixedInputs: { x: 3 } } },
    ]);
    const { stdout } = await run(["inspect", "graphs.pick", "--remote"]);
    expect(stdout).toMatch(/^image +i:v2$|^image +i:v1$/m);
    const idl = await run(["inspect", "graphs.pick", "--remote", "--idl"]);
    expect(JSON.parse(idl.stdout)).toMatchObject({ id: { name: "graphs.pick" }, closure: {} });
  });

  it.each([
    [["graphs.seasn", "--remote"], 1, "Did you mean graphs.season?"],
    [["graphs.season", "x", "--remote"], 2, "takes one name"],
    [["graphs.season", "--remote", "--kind", "task"], 1, "[NOT_ON_CLUSTER]"],
  ])("refuses %j", async (argv, wanted, said) => {
    const { code, stdout, stderr } = await run(["inspect", ...argv]);
    expect([code, stdout, stderr]).toEqual([wanted, "", expect.stringContaining(said)]);
  });
});
