import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Literals } from "@flytekit-ts/core/tasks";
import {
  approve,
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  referenceTask,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { errors } from "../errors.js";
import type { RunEvent } from "../events/events.js";
import { readRun } from "../journal/read/read-run.js";
import { mock } from "../mocks/mock.js";
import { rerunLocal } from "../run/rerun-local.js";
import { resumeLocal } from "../run/resume-local.js";
import { type LocalRun, startLocal } from "../run/start-local.js";
import type { OutsideNode, OutsideRun } from "./outside-run.js";
import { recordRun } from "./record-run.js";

let journal: string;
beforeEach(async () => {
  journal = await mkdtemp(join(tmpdir(), "recorded-"));
  ran.length = 0;
  isDown = false;
});
afterEach(async () => rm(journal, { recursive: true, force: true }));

const ran: string[] = [];
let isDown = false;

const one = { x: t.int() };
const inc = task({ name: "inc", inputs: one, output: t.int() }, ({ x }) => {
  ran.push("inc");
  return x + 1;
});
const send = task({ name: "send", inputs: one, output: t.int() }, ({ x }) => {
  ran.push("send");
  if (isDown) throw new Error("the service is down");
  return x * 10;
});
const python = referenceTask({
  ...{ project: "orchard", domain: "development", version: "v1" },
  ...{ name: "garden.grow", inputs: one, output: t.int() },
});
const pair = workflow({ name: "pair", inputs: one, output: t.int() }, ({ x }) => send({ x: inc({ x }) }));
const plan = launchPlan(pair, { name: "pair.plan" });
const grown = dynamic({ name: "grown", inputs: one, output: t.int() }, ({ x }) => {
  let y = inc({ x });
  for (let i = 1; i < x; i += 1) y = inc({ x: y });
  return y;
});
const all = workflow(
  {
    ...{ name: "all", inputs: { x: t.int(), xs: t.list(t.int()) }, output: t.int() },
    // Where one node fails, the items of the map still end, so that each test knows what has run.
    failurePolicy: "fail-after-executable-nodes-complete",
  },
  ({ x, xs }) => {
    const first = python({ x });
    mapTask(inc)({ x: xs });
    const checked = conditional("size")
      .if(first.gt(100), () => inc({ x }))
      .else(() => pair({ x: first }));
    return send({ x: plan({ x: grown({ x: approve(checked, "fine") }) }) });
  },
);
// garden.grow 2, pair 30, grown 60, the plan 610, and ten times that.
const EXPECTED = 6100;
const options = { mocks: [mock(python, ({ x }) => x - 1)], gates: { fine: true } };

/** A run here, told as if it had been elsewhere. */
async function outsideOf(run: LocalRun<unknown>, inputs: Literals): Promise<OutsideRun> {
  const nodes = new Map<string, OutsideNode>();
  let whole: OutsideRun = {
    ...start,
    state: "unfinished",
    origin: "elsewhere",
    inputs,
    node: async () => undefined,
    paths: () => [],
  };
  await run.result.catch(() => {});
  for await (const event of run.events()) {
    if ("node" in event) addTo(nodes, event);
    if (event.kind === "run-succeeded") whole = { ...whole, state: "succeeded", outputs: event.outputs };
    if (event.kind === "run-failed")
      whole = { ...whole, state: "failed", error: { code: "USER", message: event.error.text } };
  }
  return { ...whole, node: async (path) => nodes.get(path), paths: () => nodes.keys() };
}

const start = { startedAt: Date.UTC(2026, 0, 1), duration: 1000 };

function addTo(nodes: Map<string, OutsideNode>, event: RunEvent & { node: string }): void {
  const known = nodes.get(event.node) ?? { ...start, state: "unfinished", attempt: 0 };
  if (event.kind === "node-started")
    nodes.set(event.node, { ...known, entity: event.entity, inputs: event.inputs });
  if (event.kind === "node-succeeded")
    nodes.set(event.node, { ...known, state: "succeeded", outputs: event.outputs });
  if (event.kind === "node-failed" && !event.retrying)
    nodes.set(event.node, {
      ...known,
      state: "failed",
      error: { code: "USER:Down", message: event.error.text },
    });
}

async function inputsOf(run: LocalRun<unknown>, folder: string): Promise<Literals> {
  await run.result.catch(() => {});
  return (await (await readRun(folder, run.id)).inputs()) ?? new Map();
}

async function outside(fails = false): Promise<OutsideRun> {
  const folder = await mkdtemp(join(journal, "elsewhere-"));
  isDown = fails;
  const run = startLocal(all, { x: 3, xs: [1, 2] }, { ...options, journal: folder });
  const told = await outsideOf(run, await inputsOf(run, folder));
  isDown = false;
  ran.length = 0;
  return told;
}

describe("recordRun", () => {
  it("records every kind of node, so that one and what comes after it run here", async () => {
    const { run, notes, recorded } = await recordRun(all, await outside(), { journal });
    expect(notes).toEqual([]);
    expect(recorded).toContain("n2/n2-n1/n1");
    const kept = await readRun(journal, run);
    expect(kept.header.origin).toBe("elsewhere");
    expect(kept.state).toBe("succeeded");
    // Nothing was run but the body of the dynamic.
    expect(ran).toEqual([]);
    const last = [...kept.nodes.keys()].find(
      (path) => kept.nodes.get(path)?.entity === "send" && !path.includes("/") && !path.includes(">"),
    );
    // Neither a mock for Python's task nor an answer for the gate.
    const { result } = rerunLocal(all, { journal, run, from: last ?? "" });
    expect(await result).toBe(EXPECTED);
    expect(ran).toEqual(["send"]);
  });

  it("repeats from inside of arms, items, dynamics and plans", async () => {
    const { run } = await recordRun(all, await outside(), { journal });
    const whole = await rerunLocal(all, { journal, run, from: "n0", ...options }).result;
    const kept = await readRun(journal, run);
    for (const from of kept.nodes.keys()) {
      if (from === "n0") continue;
      ran.length = 0;
      const { result } = rerunLocal(all, { journal, run, from, gates: options.gates });
      expect([from, await result]).toEqual([from, whole]);
    }
  });

  it("goes on with what failed", async () => {
    const told = await outside(true);
    const { run, notes } = await recordRun(all, told, { journal });
    expect(notes).toEqual([]);
    const kept = await readRun(journal, run);
    const failed = [...kept.nodes.values()].find(
      ({ state, entity }) => state === "failed" && entity === "send",
    );
    expect(failed?.attempts.at(-1)?.error?.message).toContain("[USER:Down]");
    const again = resumeLocal(all, { journal, run, ...{ gates: options.gates } });
    expect(await again.result).toBeGreaterThan(0);
    // Not those that had succeeded.
    expect(ran[0]).toBe("send");
  });

  it("names what does not fit, and leaves it out", async () => {
    const told = await outside();
    const other: OutsideRun = {
      ...told,
      node: async (path) => {
        const node = await told.node(path);
        if (node === undefined) return node;
        if (path === "n1/n1") return { ...node, entity: "garden.other" };
        if (path === "n2/n2-n1/n0") return { ...node, inputs: new Map() };
        return node;
      },
      paths: () => [...told.paths(), "n77", "n77/n0"],
    };
    const { notes } = await recordRun(all, other, { journal });
    expect(notes).toEqual(
      expect.arrayContaining([
        { path: "n1/n1", problem: "was garden.other, and is inc now" },
        { path: "n2/n2-n1/n0", problem: "has an input x now, and had none" },
        { path: "n77", problem: "is not in the graph any more" },
      ]),
    );
    expect(notes.filter(({ path }) => path.startsWith("n77"))).toHaveLength(1);
  });

  it("needs a mock where Python's task has to run, and refuses what it never had", async () => {
    const { run } = await recordRun(all, await outside(), { journal });
    const { result } = rerunLocal(all, { journal, run, from: "n0", gates: options.gates });
    await expect(result).rejects.toSatisfy(errors.MOCK_MISSING.is);
    const told = await outside();
    const unknown = { ...told, node: async (path: string) => (path === "n0" ? undefined : told.node(path)) };
    const { run: half, notes } = await recordRun(all, unknown, { journal });
    expect(notes.find(({ path }) => path === "n2")?.problem).toBe(
      "comes after nodes whose outputs are not known",
    );
    await expect(rerunLocal(all, { journal, run: half, from: "n1" }).result).rejects.toSatisfy(
      errors.MOCK_MISSING.is,
    );
  });

  it("leaves nothing where it is broken off", async () => {
    const told = await outside();
    const broken = { ...told, node: async () => Promise.reject(new TypeError("the line is cut")) };
    const before = await readdir(journal);
    await expect(recordRun(all, broken, { journal })).rejects.toThrow("the line is cut");
    expect(await readdir(journal)).toEqual(before);
  });
});
