import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCluster, type TestCluster } from "@flytekit-ts/admin";
import { readRun, rerunLocal, resumeLocal } from "@flytekit-ts/local-exec/journal";
import { conditional, dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clusterFiles, fetchRun } from "../src/entries/fetch-run.js";
import { connect, type Remote } from "../src/entries/index.js";

const PLACE = { project: "flytesnacks", domain: "development" };
const SETTINGS = { image: "example.com/trees:1", version: "v1" };

class Tree extends t.struct("FetchedTree", {
  kind: t.string(),
  rings: t.int(),
  height: t.float(),
  branches: t.list(t.int()),
  planted: t.date(),
  note: t.optional(t.string()),
}) {}

const plant = task(
  { name: "fetched.plant", inputs: { kind: t.string(), rings: t.int() }, output: Tree },
  ({ kind, rings }) => ({ kind, rings, height: rings / 2, branches: [rings, 7], planted: "2024-05-31" }),
);
const measure = task(
  {
    name: "fetched.measure",
    inputs: {
      height: t.float(),
      ring: t.int(),
      note: t.optional(t.string()),
      by: t.map(t.float()),
      when: t.datetime(),
    },
    outputs: { size: t.float(), late: t.boolean() },
  },
  ({ height, ring, by }) => ({ size: height * ring + (by["extra"] ?? 0), late: false }),
);
const cut = task(
  { name: "fetched.cut", inputs: { x: t.int(), limit: t.int() }, output: t.int() },
  ({ x, limit }) => {
    if (x > limit) throw new Error(`the saw is too short for ${x}`);
    return x - 1;
  },
);
const cutSome = mapTask(cut, { over: ["x"], minSuccessRatio: 0.5 });
const cleanUp = task(
  { name: "fetched.clean-up", inputs: { kind: t.string(), rings: t.int(), err: t.optional(t.error()) } },
  () => {},
);
const saw = workflow(
  { name: "fetched.saw", inputs: { x: t.int(), limit: t.int().default(9) }, output: t.int() },
  ({ x, limit }) => cut({ x: cut({ x, limit }), limit }),
);
const sawPlan = launchPlan(saw, { name: "fetched.saw.plan", fixedInputs: { limit: 8 } });
const grove = dynamic(
  { name: "fetched.grove", inputs: { n: t.int() }, output: t.int(), uses: [cut, saw] },
  ({ n }) => {
    let x = cut({ x: 9, limit: 9 });
    for (let i = 1; i < n; i += 1) x = saw({ x, limit: 9 });
    return x;
  },
);
const wood = workflow(
  {
    name: "fetched.wood",
    inputs: { kind: t.string(), rings: t.int() },
    outputs: { size: t.float(), left: t.int(), some: t.list(t.optional(t.int())) },
    onFailure: cleanUp,
  },
  ({ kind, rings }) => {
    const tree = plant({ kind, rings });
    const { size } = measure({
      height: tree.height,
      ring: tree.branches.at(1),
      note: tree.note,
      by: { extra: tree.height },
      when: new Date(0),
    });
    const some = cutSome({ x: tree.branches, limit: 7 });
    const left = conditional("rings")
      .if(rings.gt(100), () => cut({ x: rings, limit: 7 }))
      .elseIf(rings.gt(5), () =>
        conditional("kind")
          .if(rings.gt(50), () => cut({ x: rings, limit: 7 }))
          .else(() => saw({ x: tree.rings })),
      )
      .else(() => sawPlan({ x: grove({ n: tree.rings }) }));
    return { size, left: cut({ x: left, limit: 8 }), some };
  },
);

let cluster: TestCluster;
let remote: Remote;
let journal: string;
beforeAll(async () => {
  cluster = await startTestCluster({ inProcess: { entities: [wood], settings: { ...PLACE, ...SETTINGS } } });
  remote = await connect({ endpoint: cluster.endpoint, insecure: true, ...PLACE });
  await remote.register([wood], SETTINGS);
});
afterAll(async () => {
  await remote.close();
  await cluster.close();
});
beforeEach(async () => {
  journal = await mkdtemp(join(tmpdir(), "fetched-"));
});
afterEach(async () => rm(journal, { recursive: true }));

describe("a fetched execution", () => {
  it.each([
    ["whose nested conditional runs a sub-workflow", 8],
    ["whose conditional runs a plan behind a dynamic", 3],
  ])("%s is repeated from any of its nodes", async (_, rings) => {
    const execution = await remote.execute(wood, { kind: "oak", rings });
    const outputs = await execution.wait({ pollInterval: 20 });
    const { run, failed, notes } = await fetchRun(remote, execution.id, { entity: wood, journal });
    // An item failed that was allowed to.
    expect({ failed, notes }).toEqual({ failed: [], notes: [] });
    const kept = await readRun(journal, run);
    expect(kept.state).toBe("succeeded");
    for (const from of kept.nodes.keys()) {
      const { result } = rerunLocal(wood, { journal, run, from, storage: clusterFiles(remote) });
      expect([from, await result]).toEqual([from, outputs]);
    }
  });

  it("that has failed, with its handler, goes on here", async () => {
    const execution = await remote.execute(wood, { kind: "oak", rings: 60 });
    await expect(execution.wait({ pollInterval: 20 })).rejects.toThrow("the saw is too short for 60");
    const { run, failed, notes } = await fetchRun(remote, execution.id, { entity: wood, journal });
    expect(notes).toEqual([]);
    expect(failed.some((path) => path.startsWith("n3/n3-n1/"))).toBe(true);
    const kept = await readRun(journal, run);
    expect([...kept.nodes.values()].filter(({ entity }) => entity === "fetched.clean-up")).toHaveLength(1);
    await expect(resumeLocal(wood, { journal, run }).result).rejects.toThrow("the saw is too short for 60");
  });
});
