import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conditional, dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { readRun } from "../journal/read/read-run.js";
import { mock } from "../mocks/mock.js";
import { rerunLocal, type RerunOptions } from "./rerun-local.js";
import { resumeLocal } from "./resume-local.js";
import { type LocalRun, startLocal } from "./start-local.js";

let journal: string;
let ran: string[];
beforeEach(() => {
  journal = mkdtempSync(join(tmpdir(), "rerun-"));
  ran = [];
});

const inc = task({ name: "inc", inputs: { x: t.int(), at: t.string() }, output: t.int() }, ({ x, at }) => {
  ran.push(at);
  return x + 1;
});
const each = task({ name: "each", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  ran.push(`each ${x}`);
  return x + 1;
});
const sub = workflow({ name: "sub", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  inc({ x, at: "beside" });
  return inc({ x: inc({ x, at: "s0" }), at: "s1" });
});
const made = dynamic({ name: "made", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  ran.push("made");
  return inc({ x, at: "d0" });
});
const planned = workflow({ name: "planned", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  made({ x }),
);
const all = workflow(
  {
    name: "all",
    inputs: { x: t.int() },
    outputs: { b: t.int(), c: t.int(), list: t.list(t.int()), d: t.int() },
  },
  ({ x }) => {
    const a = inc({ x, at: "a" });
    const b = sub({ x: a });
    const other = inc({ x, at: "other" });
    const c = conditional("high")
      .if(b.gt(50), () => inc({ x: b, at: "high" }))
      .else(() => inc({ x: other, at: "low" }));
    const list = mapTask(each)({ x: [1, c] });
    return { b, c, list, d: launchPlan(planned)({ x: other }) };
  },
);

async function parent(): Promise<string> {
  const run = startLocal(all, { x: 1 }, { journal });
  expect(await run.result).toEqual({ b: 4, c: 3, list: [2, 4], d: 3 });
  ran = [];
  return run.id;
}

function rerun(run: string, from: string, more: Partial<RerunOptions> = {}): LocalRun<unknown> {
  return rerunLocal(all, { journal, run, from, ...more });
}

describe("rerunLocal", () => {
  it.each<[string, readonly string[]]>([
    ["n0", ["a", "beside", "s0", "s1", "low", "each 1", "each 3"]],
    ["n1", ["beside", "s0", "s1", "low", "each 1", "each 3"]],
    ["n1/n1", ["s0", "s1", "low", "each 1", "each 3"]],
    ["n1/n2", ["s1", "low", "each 1", "each 3"]],
    ["n2", ["other", "low", "each 1", "each 3", "made", "d0"]],
    ["n3", ["low", "each 1", "each 3"]],
    ["n3/n3-n1", ["low", "each 1", "each 3"]],
    ["n4", ["each 1", "each 3"]],
    ["n4/n1", ["each 3"]],
  ])("from %s runs that node and what comes after it", async (from, expected) => {
    const id = await parent();
    const before = readFileSync(join(journal, id, "run.journal"));
    const run = rerun(id, from);
    expect(await run.result).toEqual({ b: 4, c: 3, list: [2, 4], d: 3 });
    expect(ran.toSorted()).toEqual([...expected].toSorted());
    expect(readFileSync(join(journal, id, "run.journal"))).toEqual(before);
    const kept = await readRun(journal, run.id);
    expect(kept.header.parent).toEqual({ run: id, from, set: { inputs: [], outputs: [] } });
    expect(kept.id).not.toBe(id);
  });

  it("gives the node other inputs", async () => {
    const id = await parent();
    const run = rerun(id, "n1/n2", { set: { inputs: { x: 99 } } });
    expect(await run.result).toEqual({ b: 100, c: 101, list: [2, 102], d: 3 });
    expect(ran.toSorted()).toEqual(["each 1", "each 101", "high", "s1"]);
    expect((await readRun(journal, run.id)).header.parent?.set).toEqual({ inputs: ["x"], outputs: [] });
  });

  it("gives the node outputs, and does not run it", async () => {
    const id = await parent();
    const run = rerun(id, "n1", { set: { outputs: { o0: 60 } } });
    expect(await run.result).toEqual({ b: 60, c: 61, list: [2, 62], d: 3 });
    expect(ran.toSorted()).toEqual(["each 1", "each 61", "high"]);
  });

  it("takes mocks and other options, and its run can be resumed and repeated again", async () => {
    const id = await parent();
    const failing = mock(each, ({ x }) => {
      if (x > 1) throw new Error("too many");
      return 0;
    });
    const run = rerun(id, "n4", { mocks: [failing], concurrency: 1 });
    await expect(run.result).rejects.toThrow("too many");
    ran = [];
    const resumed = resumeLocal(all, { journal, run: run.id, onChange: "rerun" });
    expect(await resumed.result).toEqual({ b: 4, c: 3, list: [2, 4], d: 3 });
    expect(ran.toSorted()).toEqual(["each 1", "each 3"]);
    expect(await rerun(run.id, "n0").result).toEqual({ b: 4, c: 3, list: [2, 4], d: 3 });
  });

  it.each<[string, string, Partial<RerunOptions>, string]>([
    ["a node that is not there", "n9", {}, "there is no node n9"],
    ["an arm that was not taken", "n3/n3-n0", {}, "the run did not come to the node n3/n3-n0"],
    ["an item that there is not", "n4/n7", {}, "the run did not come to the node n4/n7"],
    ["an input that is not there", "n0", { set: { inputs: { y: 1 } } }, "there is no input y"],
    ["a wrong value", "n0", { set: { inputs: { x: "one" } } }, "x should be"],
    ["too few outputs", "n0", { set: { outputs: {} } }, "the output o0 is missing"],
    ["values for a conditional", "n3", { set: { outputs: { o0: 1 } } }, "takes no values"],
  ])("refuses %s before anything runs", async (_, from, more, words) => {
    const id = await parent();
    await expect(rerun(id, from, more).result).rejects.toMatchObject({
      code: "RERUN_INVALID",
      message: expect.stringContaining(words) as unknown,
    });
    expect(ran).toEqual([]);
  });

  it("refuses a workflow that has an input of which the run knows nothing", async () => {
    const one = workflow({ name: "w", inputs: { x: t.int() }, output: t.int() }, ({ x }) => each({ x }));
    const run = startLocal(one, { x: 1 }, { journal });
    await run.result;
    ran = [];
    const two = workflow({ name: "w", inputs: { x: t.int(), y: t.int() }, output: t.int() }, ({ y }) =>
      each({ x: y }),
    );
    await expect(rerunLocal(two, { journal, run: run.id, from: "n0" }).result).rejects.toMatchObject({
      code: "RERUN_INVALID",
      message: expect.stringContaining("the input y is new") as unknown,
    });
    expect(ran).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["no from", { from: undefined }, "OPTION_INVALID"],
    ["a set that is no object", { set: 3 }, "OPTION_INVALID"],
    ["a set with other keys", { set: { input: {} } }, "OPTION_INVALID"],
    ["an unknown run", { run: "none" }, "RUN_NOT_FOUND"],
  ])("refuses %s", async (_, wrong, code) => {
    const id = await parent();
    expect(() => rerun(id, "n0", wrong as never)).toThrow(expect.objectContaining({ code }));
  });
});
