import type * as idl from "@flytekit-ts/models/core";
import { conditional, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf, latch, nodesOf } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import { runBranchNode } from "./run-branch-node.js";

const LATER = "fail-after-executable-nodes-complete";
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const double = task({ name: "double", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * 2);
const boom = task({ name: "boom", inputs: { x: t.int() }, output: t.int() }, ({ x }): number => {
  throw new Error(`boom ${x}`);
});
const tell = task({ name: "tell", inputs: { x: t.int() }, output: t.string() }, ({ x }) => `told ${x}`);

describe("a branch", () => {
  const chosen = workflow({ name: "chosen", inputs: { x: t.int() }, output: t.string() }, ({ x }) => {
    const a = double({ x });
    const c = conditional("size")
      .if(a.gt(10).and(a.ne(12)), () => double({ x: a }))
      .elseIf(a.eq(12).or(a.lt(0)), () => boom({ x: a }))
      .fail("too small");
    return tell({ x: c });
  });

  it("takes the first arm that holds, and never enters another", async () => {
    const run = startLocal(chosen, { x: 10 });
    expect(await nodesOf(run)).toEqual({
      n0: "succeeded",
      n1: "succeeded",
      "n1/n1-n0": "succeeded",
      n2: "succeeded",
    });
    expect(await run.result).toBe("told 40");
  });

  it("fails with its arm", async () => {
    const run = startLocal(chosen, { x: 6 });
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "failed", "n1/n1-n1": "failed" });
    expect(await failureOf(run.result)).toMatchObject({
      code: "TASK_FAILED",
      params: { task: "boom", node: "n1/n1-n1", message: "boom 12" },
    });
    expect(await failureOf(runLocal(chosen, { x: -1 }))).toMatchObject({ params: { message: "boom -2" } });
  });

  it("fails with its author's message where no arm holds", async () => {
    const run = startLocal(chosen, { x: 1 });
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "failed" });
    const error = await failureOf(run.result);
    expect(error).toMatchObject({
      code: "BRANCH_FAILED",
      params: { conditional: "size", node: "n1", message: "too small" },
    });
    expect(error.text).toBe("No arm of conditional size (node n1) is taken: too small");
  });

  it("takes the last arm where there is one", async () => {
    const wf = workflow({ name: "last", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      conditional("c")
        .if(x.gt(5), () => inc({ x }))
        .else(() => double({ x })),
    );
    expect(await runLocal(wf, { x: 6 })).toBe(7);
    expect(await runLocal(wf, { x: 5 })).toBe(10);
  });

  it("gives the outputs that its arms have in common, by name", async () => {
    const pair = task(
      { name: "pair", inputs: { x: t.int() }, outputs: { first: t.int(), second: t.int() } },
      ({ x }) => ({ first: x, second: -x }),
    );
    const other = task(
      { name: "other", inputs: { x: t.int() }, outputs: { extra: t.string(), second: t.int() } },
      ({ x }) => ({ extra: "e", second: x * 100 }),
    );
    const wf = workflow({ name: "common", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      const { second } = conditional("c")
        .if(x.gt(0), () => pair({ x }))
        .else(() => other({ x }));
      return inc({ x: second });
    });
    expect(await runLocal(wf, { x: 3 })).toBe(-2);
    expect(await runLocal(wf, { x: -3 })).toBe(-299);
  });

  it("may give nothing but its end", async () => {
    const order: string[] = [];
    const note = task({ name: "note", inputs: { what: t.string() } }, ({ what }) => void order.push(what));
    const wf = workflow({ name: "quiet", inputs: { x: t.int() } }, ({ x }) => {
      const done = conditional("c")
        .if(x.gt(0), () => note({ what: "if" }))
        .else(() => note({ what: "else" }));
      note({ what: "after" }, { after: [done] });
    });
    await runLocal(wf, { x: 1 });
    expect(order).toEqual(["if", "after"]);
  });

  it("has an arm of several nodes as a sub-workflow, with branches of its own", async () => {
    const wf = workflow({ name: "deep", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      const y = inc({ x });
      return conditional("outer")
        .if(y.gt(10), () => {
          const z = double({ x: y });
          return conditional("inner")
            .if(z.gt(100), () => inc({ x: z }))
            .else(() => double({ x: y }));
        })
        .else(() => inc({ x: y }));
    });
    const run = startLocal(wf, { x: 20 });
    expect(await run.result).toBe(42);
    expect(Object.keys(await nodesOf(run))).toEqual([
      "n0",
      "n1",
      "n1/n1-n0",
      "n1/n1-n0/n0",
      "n1/n1-n0/n1",
      "n1/n1-n0/n1/n1-n1",
    ]);
  });

  it("nests: an arm may be a branch", async () => {
    const wf = workflow({ name: "nested", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      conditional("outer")
        .if(x.gt(100), () => double({ x }))
        .else(() =>
          conditional("inner")
            .if(x.gt(10), () => inc({ x }))
            .else(() => boom({ x })),
        ),
    );
    const run = startLocal(wf, { x: 50 });
    expect(await run.result).toBe(51);
    expect(await nodesOf(run)).toEqual({
      n0: "succeeded",
      "n0/n0-n1": "succeeded",
      "n0/n0-n1/n0-n1-n0": "succeeded",
    });
    expect(await failureOf(runLocal(wf, { x: 1 }))).toMatchObject({
      params: { node: "n0/n0-n1/n0-n1-n1" },
    });
  });
});

describe("the arm of a branch", () => {
  it("waits for what it needs, which the branch did not wait for", async () => {
    const { open, opened } = latch();
    const slow = task({ name: "slow", output: t.int() }, async () => {
      await opened;
      return 4;
    });
    const wf = workflow({ name: "waits", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      const s = slow({}, { id: "slow" });
      return conditional("c")
        .if(x.gt(0), () => inc({ x: s }))
        .else(() => inc({ x }));
    });
    const onEvent = ({ kind, ...rest }: { kind: string; node?: string }): void => {
      if (kind === "node-started" && rest.node === "n1") open();
    };
    expect(await runLocal(wf, { x: 1 }, { onEvent })).toBe(5);
  });

  it("may only be ordered behind what it waits for", async () => {
    const order: string[] = [];
    const note = task({ name: "note", inputs: { what: t.string() }, output: t.int() }, async ({ what }) => {
      if (what === "first") await new Promise((resolve) => setTimeout(resolve, 10));
      return order.push(what);
    });
    const wf = workflow({ name: "ordered", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      const first = note({ what: "first" });
      return conditional("c")
        .if(x.gt(0), () => note({ what: "arm" }, { after: [first] }))
        .else(() => inc({ x }));
    });
    await runLocal(wf, { x: 1 });
    expect(order).toEqual(["first", "arm"]);
  });

  const waiting = (failurePolicy: typeof LATER | "fail-immediately", taken: boolean) =>
    workflow(
      { name: `waiting.${failurePolicy}.${taken}`, failurePolicy, inputs: { x: t.int() }, output: t.int() },
      ({ x }) => {
        const bad = boom({ x }, { id: "bad" });
        const behind = inc({ x: bad }, { id: "behind" });
        const a = inc({ x }, { id: "a" });
        const c = conditional("c", { id: "c" })
          .if(taken ? a.gt(0) : a.lt(0), () => inc({ x: behind }))
          .else(() => inc({ x: a }));
        return inc({ x: c }, { id: "user" });
      },
    );

  it("is skipped with its branch and what is behind, where what it needs failed or was skipped", async () => {
    const run = startLocal(waiting(LATER, true), { x: 1 });
    expect(await nodesOf(run)).toEqual({
      bad: "failed",
      behind: "skipped",
      a: "succeeded",
      c: "skipped",
      "c/c-n0": "skipped",
      user: "skipped",
    });
    expect(await failureOf(run.result)).toMatchObject({ params: { task: "boom" } });
  });

  it("does not matter where it is not taken", async () => {
    const run = startLocal(waiting(LATER, false), { x: 1 });
    expect(await nodesOf(run)).toEqual({
      bad: "failed",
      behind: "skipped",
      a: "succeeded",
      c: "succeeded",
      "c/c-n1": "succeeded",
      user: "succeeded",
    });
    expect(await failureOf(run.result)).toMatchObject({ params: { task: "boom" } });
  });

  it("never starts once a failure has ended the graph", async () => {
    const run = startLocal(waiting("fail-immediately", true), { x: 1 });
    const nodes = await nodesOf(run);
    expect(nodes["bad"]).toBe("failed");
    expect(nodes).not.toHaveProperty("c/c-n0");
    expect(nodes).not.toHaveProperty("user");
    expect(await failureOf(run.result)).toMatchObject({ params: { task: "boom" } });
  });

  it("may wait two branches deep, and skips both when that is in vain", async () => {
    const { open, opened } = latch();
    const late = task({ name: "late", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
      await opened;
      if (x < 0) throw new Error("late");
      return x;
    });
    const wf = workflow(
      { name: "two.deep", failurePolicy: LATER, inputs: { x: t.int() }, output: t.int() },
      ({ x }) => {
        const l = late({ x }, { id: "late" });
        const c = conditional("outer", { id: "c" })
          .if(x.lt(100), () =>
            conditional("inner")
              .if(x.lt(50), () => inc({ x: l }))
              .else(() => inc({ x })),
          )
          .else(() => inc({ x }));
        return inc({ x: c }, { id: "user" });
      },
    );
    const onEvent = (event: { kind: string; node?: string }): void => {
      if (event.kind === "node-started" && event.node === "c/c-n0") open();
    };
    expect(await runLocal(wf, { x: 3 }, { onEvent })).toBe(5);
    const run = startLocal(wf, { x: -3 });
    expect(await nodesOf(run)).toEqual({
      late: "failed",
      c: "skipped",
      "c/c-n0": "skipped",
      "c/c-n0/c-n0-n0": "skipped",
      user: "skipped",
    });
  });

  it("is told of as skipped after its branch had started, and before what is behind", async () => {
    const events = await eventsOf(startLocal(waiting(LATER, true), { x: 1 }));
    const told = events.flatMap((event) => ("node" in event ? [`${event.node} ${event.kind.slice(5)}`] : []));
    const fromBranch = told.slice(told.indexOf("c started")).filter((each) => /^(c|user)\b/.test(each));
    expect(fromBranch).toEqual(["c started", "c/c-n0 skipped", "c skipped", "user skipped"]);
  });
});

describe("a condition that cannot be evaluated", () => {
  it("fails the branch, which the error names", async () => {
    const condition: idl.BooleanExpression = { expr: undefined };
    const target = { kind: "branch", arms: [{ condition, node: {} }], otherwise: undefined, message: "" };
    const given = { node: { entity: "size", target }, path: "n0/n3", inputs: new Map() };
    await expect(runBranchNode(given as never, { run: {} } as never)).rejects.toThrow(
      "A condition of conditional size (node n0/n3) cannot be evaluated: it is neither a comparison nor two joined conditions.",
    );
  });
});
