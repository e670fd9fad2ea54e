import type * as idl from "@flytekit-ts/models/core";
import { scalarLiteral } from "@flytekit-ts/core/literals";
import { conditional, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf, latch, nodesOf, wait } from "../../test/support/runs.js";
import { stubNode, stubPlan, stubRun } from "../../test/support/stub-run.js";
import { runLocal, startLocal } from "../entries/index.js";
import { runLaunchPlanNode } from "./run-launch-plan-node.js";

const LATER = "fail-after-executable-nodes-complete";
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const boom = task({ name: "boom", inputs: { x: t.int() }, output: t.int() }, ({ x }): number => {
  throw new Error(`boom ${x}`);
});
const child = workflow(
  {
    name: "child",
    inputs: { x: t.int(), by: t.int().default(3) },
    outputs: { a: t.int(), b: t.int() },
  },
  ({ x, by }) => ({ a: inc({ x }), b: inc({ x: by }) }),
);

describe("a launch plan", () => {
  it("runs its workflow as an execution of its own, with its defaults and fixed inputs", async () => {
    const seven = launchPlan(child, { name: "child.seven", defaultInputs: { by: 7 } });
    const nine = launchPlan(child, { name: "child.nine", fixedInputs: { by: 9 } });
    const wf = workflow(
      { name: "through.plans", inputs: { x: t.int() }, outputs: { a: t.int(), b: t.int(), c: t.int() } },
      ({ x }) => {
        const first = seven({ x });
        const second = nine({ x: first.a });
        return { a: second.a, b: first.b, c: second.b };
      },
    );
    const run = startLocal(wf, { x: 1 });
    expect(await run.result).toEqual({ a: 3, b: 8, c: 10 });
    expect(await nodesOf(run)).toEqual({
      n0: "succeeded",
      "n0>n0": "succeeded",
      "n0>n1": "succeeded",
      n1: "succeeded",
      "n1>n0": "succeeded",
      "n1>n1": "succeeded",
    });
  });

  it("has the default plan of a workflow under the workflow's own name", async () => {
    const plan = launchPlan(child);
    const wf = workflow({ name: "both", inputs: { x: t.int() }, output: t.list(t.int()) }, ({ x }) => [
      plan({ x }).b,
      child({ x, by: 5 }).b,
    ]);
    const run = startLocal(wf, { x: 1 });
    expect(await run.result).toEqual([4, 6]);
    expect(Object.keys(await nodesOf(run)).toSorted()).toEqual([
      "n0",
      "n0>n0",
      "n0>n1",
      "n1",
      "n1/n0",
      "n1/n1",
    ]);
  });

  it("may itself start one, and stand in an arm", async () => {
    const inner = launchPlan(child, { name: "inner.plan", fixedInputs: { by: 1 } });
    const middle = workflow({ name: "middle", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      conditional("c")
        .if(x.gt(0), () => inner({ x }).a)
        .else(() => inc({ x })),
    );
    const outer = launchPlan(middle);
    const wf = workflow({ name: "outer", inputs: { x: t.int() }, output: t.int() }, ({ x }) => outer({ x }));
    const run = startLocal(wf, { x: 1 });
    expect(await run.result).toBe(2);
    expect(Object.keys(await nodesOf(run)).toSorted()).toContain("n0>n0/n0-n0/n0>n1");
  });

  it("fails with the child's error", async () => {
    const failing = workflow({ name: "failing", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      boom({ x }),
    );
    const plan = launchPlan(failing);
    const wf = workflow({ name: "fails", inputs: { x: t.int() }, output: t.int() }, ({ x }) => plan({ x }));
    const run = startLocal(wf, { x: 1 });
    expect(await nodesOf(run)).toEqual({ n0: "failed", "n0>n0": "failed" });
    expect(await failureOf(run.result)).toMatchObject({ code: "TASK_FAILED", params: { node: "n0>n0" } });
  });

  it("runs by itself as its workflow, and takes no fixed input", async () => {
    const fixed = launchPlan(child, { name: "child.alone", fixedInputs: { by: 20 } });
    const run = startLocal(fixed, { x: 1 });
    expect(await run.result).toEqual({ a: 2, b: 21 });
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "succeeded" });
    expect(
      await runLocal(launchPlan(child, { name: "child.d", defaultInputs: { by: 5 } }), { x: 1 }),
    ).toEqual({ a: 2, b: 6 });
    const given = { x: 1, by: 2 } as { x: number };
    expect(await failureOf(runLocal(fixed, given))).toMatchObject({
      code: "RUN_INPUTS_INVALID",
      params: { problems: ["there is no input by"] },
    });
  });
});

describe("the inputs of a launch plan's execution", () => {
  it("are the node's, with defaults for what it leaves out, and what is fixed", async () => {
    const literal = (value: number): idl.Literal =>
      scalarLiteral({ $case: "primitive", value: { value: { $case: "integer", value: BigInt(value) } } });
    const seen: unknown[] = [];
    const { scope } = stubRun({ n0: ({ around }) => around.outputsOf("") ?? new Map() });
    const target = {
      kind: "launch-plan",
      plan: {
        ...stubPlan({ n0: [] }),
        outputs: ["a", "b", "c"].map((name) => ({
          var: name,
          binding: { value: { $case: "promise", value: { nodeId: "", var: name, attrPath: [] } } },
        })),
      },
      defaults: new Map([
        ["a", literal(1)],
        ["b", literal(2)],
      ]),
      fixed: new Map([["c", literal(3)]]),
    };
    const inputs = new Map([
      ["b", literal(20)],
      ["c", literal(30)],
    ]);
    const given = { node: { ...stubNode("n0"), target }, path: "n0", inputs };
    for (const output of (await runLaunchPlanNode(given as never, scope)).values()) seen.push(output);
    expect(seen).toEqual([literal(1), literal(20), literal(3)]);
  });
});

describe("the policy of a launch plan's execution", () => {
  const steps = (failurePolicy: typeof LATER | "fail-immediately") =>
    workflow(
      { name: `steps.${failurePolicy}`, failurePolicy, inputs: { x: t.int() }, output: t.int() },
      ({ x }) => {
        const bad = boom({ x }, { id: "bad" });
        const a = slow({ x }, { id: "a" });
        const b = slow({ x: a }, { id: "b" });
        return inc({ x: bad }, { id: "c", after: [b] });
      },
    );
  const slow = task({ name: "slow", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
    await wait(10);
    return x;
  });

  it("is its own workflow's, not the one around it", async () => {
    const patient = launchPlan(steps(LATER));
    const root = workflow({ name: "root.hasty", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      patient({ x }),
    );
    expect(await nodesOf(startLocal(root, { x: 1 }))).toMatchObject({
      n0: "failed",
      "n0>bad": "failed",
      "n0>a": "succeeded",
      "n0>b": "succeeded",
      "n0>c": "skipped",
    });
  });

  it("ends the execution alone: others go on, and what ran in it is told to stop", async () => {
    let stopped: unknown;
    const { opened, open } = latch();
    const long = task(
      { name: "long", inputs: { x: t.int() }, output: t.int() },
      async ({ x }, { signal }) => {
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        stopped = signal.reason;
        open();
        return x;
      },
    );
    const after = task({ name: "after", inputs: { x: t.int() }, output: t.int() }, async ({ x }) => {
      await opened;
      return x;
    });
    const hasty = workflow({ name: "hasty", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      long({ x }, { id: "long" });
      return boom({ x }, { id: "bad" });
    });
    const plan = launchPlan(hasty);
    const root = workflow({ name: "root.patient", failurePolicy: LATER, inputs: { x: t.int() } }, ({ x }) => {
      plan({ x }, { id: "plan" });
      inc({ x: after({ x }, { id: "after" }) }, { id: "last" });
    });
    const run = startLocal(root, { x: 1 });
    expect(await nodesOf(run)).toEqual({
      plan: "failed",
      "plan>bad": "failed",
      "plan>long": "started",
      after: "succeeded",
      last: "succeeded",
    });
    expect(stopped).toMatchObject({ code: "TASK_FAILED", params: { node: "plan>bad" } });
    expect(await failureOf(run.result)).toBe(stopped);
  });

  it("does not keep the slots of what goes on in vain", async () => {
    const forever = task({ name: "forever" }, () => new Promise<void>(() => {}));
    const hasty = workflow({ name: "hasty.forever" }, () => {
      const bad = boom({ x: 1 });
      forever();
      inc({ x: bad });
    });
    const plan = launchPlan(hasty);
    const root = workflow({ name: "root.slots", failurePolicy: LATER, output: t.int() }, () => {
      plan({}, { id: "plan" });
      return inc({ x: 1 }, { id: "other" });
    });
    const run = startLocal(root, {}, { concurrency: 1 });
    expect(await nodesOf(run)).toMatchObject({ plan: "failed", other: "succeeded" });
  });
});

describe("cancelling", () => {
  it("a run ends the executions that its plans started", async () => {
    const heard: unknown[] = [];
    const { open, opened } = latch();
    const long = task({ name: "long" }, async (_, { signal }) => {
      open();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      heard.push(signal.reason);
    });
    const inner = launchPlan(workflow({ name: "long.inner" }, () => void long()));
    const middle = launchPlan(workflow({ name: "long.middle" }, () => void inner()));
    const root = workflow({ name: "long.root" }, () => void middle());
    const run = startLocal(root);
    await opened;
    run.cancel("enough");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED", params: { reason: "enough" } });
    await wait(1);
    expect(heard).toEqual([expect.objectContaining({ code: "RUN_ABORTED" })]);
    const events = await eventsOf(run);
    expect(events.at(-1)?.kind).toBe("run-failed");
    expect(events.some(({ kind }) => kind === "node-failed")).toBe(false);
  });
});
