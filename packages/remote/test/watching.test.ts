import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { readRun, rerunLocal, resumeLocal } from "@flytekit-ts/local-exec/journal";
import { conditional, launchPlan, mapTask, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connection } from "../src/connection/connection.js";
import { clusterFiles, fetchRun } from "../src/entries/fetch-run.js";
import { type Change, connect, type Remote } from "../src/entries/index.js";
import { watchingCalls } from "../src/watching/watching-calls.js";
import { breakableProxy } from "./support/breakable-proxy.js";

const PLACE = { project: "flytesnacks", domain: "development" };
const SETTINGS = { image: "example.com/garden:1", version: "v1" };

const one = { x: t.int() };
const water = task({ name: "water", inputs: one, output: t.int() }, ({ x }) => x + 1);
const waterAll = mapTask(water);
const harvest = task({ name: "harvest", inputs: one, output: t.int() }, ({ x }) => {
  if (x > 5) throw new Error(`no basket holds ${x}`);
  return x;
});
const bed = workflow({ name: "bed", inputs: one, output: t.int() }, ({ x }) => water({ x: water({ x }) }));
const bedPlan = launchPlan(bed, { name: "bed.plan" });
const garden = workflow(
  { name: "garden", inputs: { x: t.int(), xs: t.list(t.int()) }, output: t.int() },
  ({ x, xs }) => {
    waterAll({ x: xs });
    const seeds = waitForInput("seeds", t.int());
    const chosen = conditional("size")
      .if(seeds.gt(100), () => water({ x }))
      .else(() => bed({ x: seeds }));
    return harvest({ x: bedPlan({ x: chosen }) });
  },
);
const rows = workflow({ name: "rows", inputs: one, output: t.int() }, ({ x }) => {
  let last = water({ x });
  for (let i = 1; i < 99; i += 1) last = water({ x });
  return last;
});
const field = workflow({ name: "field", inputs: one, output: t.int() }, ({ x }) => {
  let last = rows({ x });
  for (let i = 1; i < 50; i += 1) last = rows({ x });
  return last;
});
const acre = workflow({ name: "acre", inputs: one, output: t.int() }, ({ x }) => {
  let last = rows({ x });
  for (let i = 1; i < 10; i += 1) last = rows({ x });
  return last;
});

const dug: number[] = [];
const dig = task({ name: "dig", inputs: one, output: t.int() }, ({ x }) => {
  dug.push(x);
  return x + 1;
});
const digAll = mapTask(dig, { concurrency: 1 });
const row = workflow({ name: "row", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
  digAll({ x: xs }),
);

const MESSAGE = "no basket holds it, although there were many. ".repeat(720);

const watered = ({ x }: { readonly x?: unknown }) => ({ o0: Number(x) + 1 });

let cluster: TestCluster;
let remote: Remote;
beforeAll(async () => {
  const scripts = {
    water: watered,
    [waterAll.name]: watered,
    [digAll.name]: ({ x }: { readonly x?: unknown }) => {
      if (x === 13) throw new Error("there is a stone");
      return { o0: Number(x) + 1 };
    },
    harvest: () => {
      throw new Error(MESSAGE);
    },
  };
  cluster = await startTestCluster({ scripts });
  remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
  await remote.register([garden, acre, field, row], SETTINGS);
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
});

/** A connection that counts its calls. */
function counting(connection: Connection): { readonly connection: Connection; readonly times: number[] } {
  const times: number[] = [];
  const admin = new Proxy(connection.admin, {
    get: (target, name, receiver) => {
      const call: unknown = Reflect.get(target, name, receiver);
      if (typeof call !== "function") return call;
      return (...given: unknown[]): unknown => {
        times.push(performance.now());
        return Reflect.apply(call, target, given);
      };
    },
  });
  return { connection: { ...connection, admin }, times };
}

function busiestSecond(times: readonly number[]): number {
  return Math.max(
    ...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
  );
}

const quick = { pollInterval: 20, longestPollInterval: 100 };

describe("an execution of every kind of node", () => {
  it("is watched to its end, over a connection that breaks, and then debugged here", async () => {
    const proxy = await breakableProxy(cluster.endpoint);
    const through = await connect({ endpoint: proxy.endpoint, insecure: true, ...PLACE });
    const execution = await remote.execute(garden, { x: 1, xs: [1, 2, 3] }, { name: "first" });
    const changes: Change[] = [];
    for await (const change of through.watch("first", { ...quick, callsPerSecond: 1000 })) {
      changes.push(change);
      if (changes.length === 5) {
        proxy.cut();
        proxy.mend();
      }
      if (change.kind === "node" && change.path === "n1" && change.node.phase === "RUNNING")
        await execution.setInput("seeds", 7);
    }
    await through.close();
    await proxy.close();
    expect(changes.at(-1)).toMatchObject({ kind: "execution", phase: "FAILED" });
    const last = new Map(changes.flatMap((each) => (each.kind === "node" ? [[each.path, each.node]] : [])));
    expect(Object.fromEntries([...last].map(([path, { phase }]) => [path, phase]))).toMatchObject({
      n0: "SUCCEEDED",
      "n2/n2-n1": "SUCCEEDED",
      "n2/n2-n1/n1": "SUCCEEDED",
      n3: "SUCCEEDED",
      "n3>n1": "SUCCEEDED",
      n4: "FAILED",
    });
    expect(last.get("n4")?.error?.message.includes(MESSAGE)).toBe(true);
    const items = changes.flatMap((each) =>
      each.kind === "item" && each.item.phase === "SUCCEEDED" ? [each.path] : [],
    );
    expect(items.toSorted()).toEqual(["n0/n0", "n0/n1", "n0/n2"]);

    const journal = await mkdtemp(join(tmpdir(), "fetched-"));
    const { run, failed, notes } = await fetchRun(remote, "first", { entity: garden, journal });
    expect({ failed, notes }).toEqual({ failed: ["n4"], notes: [] });
    const kept = await readRun(journal, run);
    const { cause } = kept.nodes.get("n4")?.attempts.at(-1)?.error ?? {};
    expect(String(Reflect.get(Object(cause), "message")).includes(MESSAGE)).toBe(true);
    const storage = clusterFiles(remote);
    // With the eleven that came from the plan there, its own fault is found.
    const { result } = rerunLocal(garden, { journal, run, from: "n4", storage });
    await expect(result).rejects.toThrow("no basket holds 11");
    await expect(resumeLocal(garden, { journal, run, storage }).result).rejects.toThrow("no basket holds 11");
    const from = "n2/n2-n1/n0";
    const again = rerunLocal(garden, { journal, run, from, set: { inputs: { x: 0 } }, storage });
    expect(await again.result).toBe(4);
    await rm(journal, { recursive: true });
  });
});

describe("an execution in which an item of a map fails", () => {
  it("is repeated from that item, with what the others gave", async () => {
    const execution = await remote.execute(row, { xs: [4, 5, 13] });
    for await (const change of execution.watch(quick)) if (change.kind === "execution") continue;
    const journal = await mkdtemp(join(tmpdir(), "fetched-"));
    const { run, failed, notes } = await fetchRun(remote, execution.id, { entity: row, journal });
    expect({ failed, notes }).toEqual({ failed: ["n0/n2"], notes: [] });
    const kept = await readRun(journal, run);
    expect([...kept.nodes].map(([path, { state }]) => `${path} ${state}`).toSorted()).toEqual([
      "n0 failed",
      "n0/n0 succeeded",
      "n0/n1 succeeded",
      "n0/n2 failed",
    ]);
    dug.length = 0;
    expect(await rerunLocal(row, { journal, run, from: "n0/n2" }).result).toEqual([5, 6, 14]);
    expect(dug).toEqual([13]);
    await rm(journal, { recursive: true });
  });
});

describe("an execution of a thousand nodes", () => {
  it("is watched with a bounded number of calls in each second, and summed up in few", async () => {
    await remote.execute(acre, { x: 1 }, { name: "wide" });
    const { connection, times } = counting(remote.connection);
    const looking = watchingCalls(connection);
    const ended = new Set<string>();
    const callsPerSecond = 100;
    for await (const change of looking.watch("wide", { ...quick, callsPerSecond, tasks: "failed" }))
      if (change.kind === "node" && change.node.phase === "SUCCEEDED") ended.add(change.path);
    expect(ended.size).toBe(1000);
    expect(busiestSecond(times)).toBeLessThanOrEqual(callsPerSecond);
    times.length = 0;
    const summary = await looking.summary("wide");
    expect(summary).toMatchObject({ phase: "SUCCEEDED", nodes: 1000, phases: { SUCCEEDED: 1000 } });
    expect(summary.within.get("n7")).toEqual({ SUCCEEDED: 99 });
    expect(times.length).toBeLessThanOrEqual(12);
  });

  it("is summed up in at most 60 calls, where there are five thousand", async () => {
    const execution = await remote.execute(field, { x: 1 });
    await execution.wait({ pollInterval: 100 });
    const { connection, times } = counting(remote.connection);
    const { nodes, phases, within } = await watchingCalls(connection).summary(execution.id);
    expect({ nodes, phases }).toEqual({ nodes: 5000, phases: { SUCCEEDED: 5000 } });
    expect(within.size).toBe(50);
    expect(times.length).toBeLessThanOrEqual(60);
  });
});
