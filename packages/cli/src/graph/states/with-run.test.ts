import { readRun } from "@flytekit-ts/local-exec/journal";
import { startLocal } from "@flytekit-ts/local-exec";
import {
  conditional,
  dynamic,
  launchPlan,
  mapTask,
  NonRecoverableError,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.js";
import { graphOf } from "../graph-of.js";
import { graphOfRun } from "../graph-of-run.js";
import type { GraphModel } from "../model/graph-model.js";
import { toSvg } from "../picture/to-svg.js";
import { toDot } from "../text/to-dot.js";
import { toMermaid } from "../text/to-mermaid.js";
import { nodeAt } from "./node-at.js";

const n = t.int();
const inc = task({ name: "run.inc", inputs: { n }, output: n }, ({ n }) => n + 1);
const burst = task({ name: "run.burst", inputs: { n }, output: n, retries: 1 }, ({ n }) => {
  if (n > 2) throw new TypeError("too much");
  return n;
});
const sum = task({ name: "run.sum", inputs: { ns: t.list(n) }, output: n }, ({ ns }) => ns.length);
const inner = workflow({ name: "run.inner", inputs: { n }, output: n }, ({ n }) => burst({ n: inc({ n }) }));
const plan = launchPlan(inner, { name: "run.plan" });
const incs = mapTask(inc);
const whole = workflow({ name: "run.whole", inputs: { n, ns: t.list(n) }, output: n }, ({ n, ns }) => {
  const many = sum({ ns: incs({ n: ns }) });
  const chosen = conditional("c")
    .if(n.gt(5), () => inc({ n }))
    .else(() => inner({ n }));
  return sum({ ns: [many, chosen, plan({ n })] });
});

const nodesInside = (drawn: GraphModel, path: string): unknown =>
  drawn.graphs[nodeAt(drawn, path)?.graph ?? ""]?.nodes.map(({ id, name }) => `${id} ${name}`);

async function kept(given: number) {
  const journal = temporaryFolder();
  const run = startLocal(whole, { n: given, ns: [1, 2, 3] }, { journal });
  await run.result.catch(() => {});
  return await readRun(journal, run.id);
}

describe("graphOfRun", () => {
  it("has states, times, attempts and values", async () => {
    const model = await graphOfRun(await kept(1), graphOf(whole));
    expect(model?.run).toMatchObject({ state: "succeeded" });
    expect(model?.states).toMatchObject({
      n0: { state: "succeeded", items: { succeeded: 3 } },
      n1: { state: "succeeded", attempts: 1, outputs: [{ name: "o0", value: "3" }] },
      "n2/n2-n0": { state: "skipped" },
      "n2/n2-n1/n1": { state: "succeeded", outputs: [{ name: "o0", value: "2" }] },
      "n3>n0": { state: "succeeded" },
    });
  });

  it("finds where a run has failed, and says why", async () => {
    const model = await graphOfRun(await kept(2), graphOf(whole));
    expect(model?.run?.state).toBe("failed");
    expect(model?.run?.failed).toMatch(/^(n2\/n2-n1\/n1|n3>n1)$/);
    const state = model?.states?.[model.run?.failed ?? ""];
    expect(state?.state).toBe("failed");
    // Two fail side by side, with one retry each: the run ends with the second attempt of one, which the other may not reach.
    const attempts = Object.values(model?.states ?? {}).map((each) => each.attempts ?? 0);
    expect(Math.max(...attempts)).toBe(2);
    expect(state?.error).toContain("too much");
  });

  it("names the node that ended the run, and not one that waited for its retry", async () => {
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const again = task({ name: "run.again", retries: 3 }, () => {
      begin();
      throw new Error("may pass");
    });
    const last = task({ name: "run.last" }, async () => {
      await begun;
      throw new NonRecoverableError("for good");
    });
    const both = workflow({ name: "run.both" }, () => {
      again();
      last();
    });
    const journal = temporaryFolder();
    const run = startLocal(both, {}, { journal, retries: { backoff: 600_000 } });
    await run.result.catch(() => {});
    const model = await graphOfRun(await readRun(journal, run.id), graphOf(both));
    expect(model?.run?.failed).toBe("n1");
    expect(model?.states).toMatchObject({
      n0: { state: "interrupted", attempts: 1, error: expect.stringContaining("may pass") as unknown },
      n1: { state: "failed" },
    });
  });

  it("shows a task and a launch plan that ran alone", async () => {
    const journal = temporaryFolder();
    const alone = startLocal(inc, { n: 1 }, { journal });
    await alone.result;
    const kept = await readRun(journal, alone.id);
    for (const model of [graphOf(inc), undefined])
      expect((await graphOfRun(kept, model))?.states).toMatchObject({ n0: { state: "succeeded" } });
    const planned = startLocal(plan, { n: 1 }, { journal });
    await planned.result;
    const model = await graphOfRun(await readRun(journal, planned.id), graphOf(plan));
    expect(model).toMatchObject({ root: "run.inner", states: { n0: {}, n1: {} } });
  });

  it("has the graphs that dynamics made, each at the node that made it", async () => {
    const leaf = dynamic({ name: "run.leaf", inputs: { n }, output: n }, ({ n }) => inc({ n }));
    const fan = dynamic({ name: "run.fan", inputs: { n }, output: t.list(n) }, ({ n }) =>
      Array.from({ length: n }, (_, i) => (i === 0 ? inner({ n: 0 }) : leaf({ n: i }))),
    );
    const sub = workflow({ name: "run.sub", inputs: { n }, output: t.list(n) }, ({ n }) => fan({ n }));
    const all = workflow(
      { name: "run.all", inputs: { n }, outputs: { a: t.list(n), b: t.list(n), c: t.list(n) } },
      ({ n }) => ({
        a: sub({ n: 1 }),
        b: sub({ n: 2 }),
        c: conditional("some")
          .if(n.gt(0), () => fan({ n }))
          .else(() => sub({ n })),
      }),
    );
    const journal = temporaryFolder();
    const run = startLocal(all, { n: 3 }, { journal });
    await run.result;
    const kept = await readRun(journal, run.id);
    for (const model of [graphOf(all), undefined]) {
      const drawn = await graphOfRun(kept, model);
      if (drawn === undefined) throw new TypeError("no graph");
      const inside = (path: string): unknown => nodesInside(drawn, path);
      expect(inside("n0/n0")).toEqual(["dn0 inner"]);
      expect(inside("n1/n0")).toEqual(["dn0 inner", "dn1 leaf"]);
      expect(inside("n1/n0/dn1")).toEqual(["dn0 inc"]);
      expect(inside("n2/n2-n0")).toEqual(["dn0 inner", "dn1 leaf", "dn2 leaf"]);
      expect(inside("n0/n0/dn0")).toEqual(["n0 inc", "n1 burst"]);
      expect(inside("n2/n2-n1/n0")).toBeUndefined();
      expect(drawn.states).toMatchObject({
        "n0/n0/dn0/n1": { state: "succeeded" },
        "n1/n0/dn1/dn0": { state: "succeeded", outputs: [{ name: "o0", value: "2" }] },
        "n2/n2-n0/dn2/dn0": { state: "succeeded" },
        "n2/n2-n1": { state: "skipped" },
      });
      expect(Object.keys(drawn.states ?? {})).toHaveLength([...kept.nodes.keys()].length + 1);
      expect(toMermaid(drawn, { depth: 3 })).toMatch(/subgraph \w+\["leaf/);
      expect(toDot(drawn, { depth: 3 })).toContain('"n1/n0/dn1/dn0"');
      expect(toSvg(drawn, { depth: 3 })).toContain("leaf");
    }
  });

  it("draws of a dynamic that was tried again what the last attempt made", async () => {
    let tries = 0;
    const again = dynamic({ name: "run.again", output: n, retries: 1 }, () => {
      tries += 1;
      if (tries === 1) throw new TypeError("not yet");
      return inc({ n: inc({ n: 1 }) });
    });
    const all = workflow({ name: "run.retried", output: n }, () => again());
    const journal = temporaryFolder();
    const run = startLocal(all, {}, { journal });
    await run.result;
    const drawn = await graphOfRun(await readRun(journal, run.id), graphOf(all));
    expect(drawn?.made).toBeUndefined();
    expect(drawn && nodesInside(drawn, "n0")).toEqual(["dn0 inc", "dn1 inc"]);
    expect(drawn?.states).toMatchObject({
      n0: { state: "succeeded", attempts: 2 },
      "n0/dn0": { state: "succeeded" },
      "n0/dn1": { state: "succeeded" },
    });
  });

  it("says how many of the graphs that dynamics made are drawn, with those that failed before others", async () => {
    const leaf = dynamic({ name: "run.many-leaf", inputs: { n }, output: n }, ({ n }) => burst({ n }));
    const fan = dynamic({ name: "run.many", inputs: { n }, output: t.list(n) }, ({ n }) =>
      Array.from({ length: n + 1 }, (_, i) => leaf({ n: i === n ? 3 : 0 })),
    );
    const all = workflow({ name: "run.many-all", inputs: { n }, outputs: { a: t.list(n) } }, ({ n }) => ({
      a: fan({ n }),
    }));
    const journal = temporaryFolder();
    const run = startLocal(all, { n: 500 }, { journal });
    await run.result.catch(() => {});
    const drawn = await graphOfRun(await readRun(journal, run.id));
    if (drawn === undefined) throw new TypeError("no graph");
    expect(drawn.made).toEqual({ drawn: 500, all: 502 });
    expect(drawn.run?.failed).toBe("n0/dn500/dn0");
    expect(nodesInside(drawn, "n0/dn500")).toEqual(["dn0 burst"]);
    const paths = Array.from({ length: 501 }, (_, at) => `n0/dn${at}`);
    expect(paths.filter((path) => nodeAt(drawn, path)?.graph === undefined)).toHaveLength(2);
    expect(paths.every((path) => nodeAt(drawn, path)?.kind === "dynamic")).toBe(true);
    const words = "500 of the 502 graphs that dynamics made are drawn";
    expect(toMermaid(drawn, { depth: 0 })).toMatch(`---\ntitle: ${words}\n---\nflowchart TB\n`);
    expect(toDot(drawn, { depth: 0 })).toContain(`  label="${words}"; labelloc=t;\n}`);
    expect(toSvg(drawn, { depth: 0 })).toContain(`>${words}</text>`);
  });

  it("needs no sources: the journal has the graph", async () => {
    const model = await graphOfRun(await kept(1));
    const drawn = graphOf(whole);
    expect(Object.keys(model?.graphs ?? {}).toSorted()).toEqual(Object.keys(drawn.graphs).toSorted());
    const [given, wanted] = [model?.graphs["run.whole"], drawn.graphs["run.whole"]];
    expect(given?.nodes.map(({ id, kind, name }) => [id, kind, name])).toEqual(
      wanted?.nodes.map(({ id, kind, name }) => [id, kind, name]),
    );
    expect(given?.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(
      wanted?.edges.map(({ from, to }) => `${from} ${to}`),
    );
    expect(given?.inputs).toEqual(wanted?.inputs);
    expect(model?.states?.["n3>n0"]?.state).toBe("succeeded");
  });
});
