import { coreErrors } from "@flytekit-ts/core/errors";
import { expect, it } from "vitest";
import { FakeCluster, type FakeNode } from "../../../test/fake-cluster.js";
import { errors } from "../../errors.js";
import { watchingCalls } from "../watching-calls.js";

it("sums up five thousand nodes in few calls", async () => {
  const nodes: Record<string, FakeNode> = {};
  for (let sub = 0; sub < 49; sub += 1) {
    nodes[`n${sub}`] = { phase: "SUCCEEDED", isParent: true };
    for (let i = 0; i < 100; i += 1)
      nodes[`n${sub}-0-n${i}`] = {
        phase: i === 7 ? "FAILED" : "SUCCEEDED",
        parent: `n${sub}`,
        spec: `n${i}`,
      };
  }
  nodes["map"] = {
    phase: "RUNNING",
    isArray: true,
    tasks: [
      { phase: "RUNNING", items: Array.from({ length: 51 }, (_, index) => ({ index, phase: 2 as const })) },
    ],
  };
  const cluster = new FakeCluster().add("run", nodes);
  const summary = await watchingCalls(cluster.connection).summary("run");
  expect(summary.nodes + 50).toBe(5000);
  expect(summary.phases).toEqual({ SUCCEEDED: 49 + 49 * 99, FAILED: 49, RUNNING: 1 });
  expect(summary.within.get("n48")).toEqual({ SUCCEEDED: 99, FAILED: 1 });
  expect(summary.items.get("map")).toEqual({ RUNNING: 51 });
  expect(cluster.calls.length).toBeLessThanOrEqual(60);
});

it("counts what is inside at any depth, and lists the nodes as a tree", async () => {
  const cluster = new FakeCluster()
    .add("run", {
      n0: { phase: "RUNNING", isParent: true },
      "n0-0-n1": { phase: "RUNNING", parent: "n0", spec: "n1", child: "grown" },
    })
    .add("grown", {
      n0: {
        phase: "FAILED",
        error: { message: "x".repeat(40_000) },
        tasks: [{ phase: "FAILED", logs: ["u"] }],
      },
    });
  const calls = watchingCalls(cluster.connection);
  const { phases, within } = await calls.summary({ name: "run" });
  expect(phases).toEqual({ RUNNING: 2, FAILED: 1 });
  expect([...within]).toEqual([
    ["n0", { RUNNING: 1, FAILED: 1 }],
    ["n0/n1", { FAILED: 1 }],
  ]);
  const [n0] = await calls.nodes("run", { tasks: true });
  const inner = n0?.nodes[0]?.nodes[0];
  expect(inner).toMatchObject({ path: "n0/n1>n0", execution: { name: "grown" }, tasks: [{ attempt: 0 }] });
  expect(inner?.error?.message).toHaveLength(40_000);
  expect(await calls.logs("run", { path: "n0" })).toEqual([
    { path: "n0/n1>n0", attempt: 0, name: "log", uri: "u" },
  ]);
  expect(await calls.logs("run", { path: "n0/n" })).toEqual([]);
});

it("asks again in smaller pages where one is too large for a message", async () => {
  const nodes: Record<string, FakeNode> = {};
  for (let i = 0; i < 1500; i += 1) nodes[`n${i}`] = { phase: "RUNNING" };
  const cluster = new FakeCluster().add("run", nodes);
  let large = 2;
  cluster.before = (call) => {
    if (call !== "listNodeExecutions" || large === 0) return;
    large -= 1;
    throw errors.CLUSTER_MESSAGE_TOO_LARGE({ endpoint: "", call, said: "larger than max", details: [] });
  };
  expect((await watchingCalls(cluster.connection).summary("run")).nodes).toBe(1500);
});

it("refuses what names no execution", async () => {
  const { connection } = new FakeCluster();
  const bare = watchingCalls({ ...connection, config: { ...connection.config, domain: undefined } });
  await expect(bare.summary("run")).rejects.toSatisfy(coreErrors.OPTION_INVALID.is);
  expect(() => bare.watch("")).toThrow("domain");
});
