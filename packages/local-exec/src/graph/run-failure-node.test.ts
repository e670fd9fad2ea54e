import type { FlyteError } from "@flytekit-ts/workflow";
import {
  conditional,
  imperativeWorkflow,
  launchPlan,
  mapTask,
  t,
  task,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf, latch, nodesOf, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";

const LATER = "fail-after-executable-nodes-complete";
type Policy = typeof LATER | "fail-immediately";

interface Heard {
  readonly name: string;
  readonly err: FlyteError | undefined;
}

function setUp() {
  const heard: Heard[] = [];
  const boom = task(
    { name: "boom", inputs: { name: t.string() }, output: t.string() },
    ({ name }): string => {
      throw new Error(`no ${name}`);
    },
  );
  const clean = task(
    { name: "clean", inputs: { name: t.string(), err: t.optional(t.error()) } },
    ({ name, err }) => void heard.push({ name, err }),
  );
  return { heard, boom, clean };
}

describe("a failure handler", () => {
  it("is given the inputs and the task's own message, and the run fails as it did", async () => {
    const { heard, boom, clean } = setUp();
    const wf = workflow(
      { name: "handled", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => boom({ name }),
    );
    const run = startLocal(wf, { name: "a" });
    expect(await nodesOf(run)).toEqual({ n0: "failed", fn0: "succeeded" });
    expect(await failureOf(run.result)).toMatchObject({ code: "TASK_FAILED", params: { task: "boom" } });
    expect(heard).toEqual([{ name: "a", err: { message: "no a", failedNodeId: "fn0" } }]);
  });

  it("does not run when nothing fails", async () => {
    const { heard, clean } = setUp();
    const fine = task({ name: "fine", inputs: { name: t.string() }, output: t.string() }, ({ name }) => name);
    const wf = workflow(
      { name: "fine.handled", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => fine({ name }),
    );
    const run = startLocal(wf, { name: "a" });
    expect(await run.result).toBe("a");
    expect(await nodesOf(run)).toEqual({ n0: "succeeded" });
    expect(heard).toEqual([]);
  });

  it("replaces the error with its own where it fails", async () => {
    const { boom } = setUp();
    const badly = task({ name: "badly", inputs: { name: t.string() } }, () => {
      throw new Error("handler failed too");
    });
    const wf = workflow(
      { name: "twice.bad", inputs: { name: t.string() }, output: t.string(), onFailure: badly },
      ({ name }) => boom({ name }),
    );
    const run = startLocal(wf, { name: "a" });
    expect(await nodesOf(run)).toEqual({ n0: "failed", fn0: "failed" });
    expect(await failureOf(run.result)).toMatchObject({
      params: { task: "badly", node: "fn0", message: "handler failed too" },
    });
  });

  it("may be a workflow", async () => {
    const { heard, boom, clean } = setUp();
    const tidy = workflow(
      { name: "tidy", inputs: { name: t.string(), err: t.optional(t.error()) } },
      ({ name, err }) => void clean({ name, err }),
    );
    const wf = workflow(
      { name: "by.workflow", inputs: { name: t.string() }, output: t.string(), onFailure: tidy },
      ({ name }) => boom({ name }),
    );
    const run = startLocal(wf, { name: "c" });
    expect(await nodesOf(run)).toEqual({ n0: "failed", fn0: "succeeded", "fn0/n0": "succeeded" });
    expect(heard).toEqual([{ name: "c", err: { message: "no c", failedNodeId: "fn0" } }]);
  });

  it("of a sub-workflow runs inside it, before the one around it", async () => {
    const { heard, boom, clean } = setUp();
    const inner = workflow(
      { name: "inner", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => boom({ name }),
    );
    const outer = workflow(
      { name: "outer", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => inner({ name }, { id: "sub" }),
    );
    const run = startLocal(outer, { name: "b" });
    const nodes = await nodesOf(run);
    expect(nodes).toEqual({ sub: "failed", "sub/n0": "failed", "sub/fn0": "succeeded", fn0: "succeeded" });
    expect(Object.keys(nodes)).toEqual(["sub", "sub/n0", "sub/fn0", "fn0"]);
    expect(heard.map(({ err }) => err?.message)).toEqual(["no b", "no b"]);
    expect(await failureOf(run.result)).toMatchObject({ params: { node: "sub/n0" } });
  });

  it("has nothing to do with the executions that plans start", async () => {
    const { heard, boom, clean } = setUp();
    const inner = workflow({ name: "plain", inputs: { name: t.string() }, output: t.string() }, ({ name }) =>
      boom({ name }),
    );
    const plan = launchPlan(inner);
    const outer = workflow(
      { name: "with.plan", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => plan({ name }),
    );
    expect(await nodesOf(startLocal(outer, { name: "p" }))).toEqual({
      n0: "failed",
      "n0>n0": "failed",
      fn0: "succeeded",
    });
    expect(heard).toHaveLength(1);
  });

  it("of an imperative workflow runs as well", async () => {
    const { heard, boom, clean } = setUp();
    const wf = imperativeWorkflow({
      name: "imperative",
      inputs: { name: t.string() },
      outputs: { o: t.string() },
    });
    wf.addWorkflowOutput("o", wf.addEntity(boom, { name: wf.inputs.name }).outputs.o0);
    wf.addOnFailureHandler(clean);
    expect(await nodesOf(startLocal(wf, { name: "i" }))).toEqual({ n0: "failed", efn: "succeeded" });
    expect(heard).toEqual([{ name: "i", err: { message: "no i", failedNodeId: "efn" } }]);
  });

  it("need not ask for the error, and is told of a fail and of a map in words", async () => {
    const { heard, clean } = setUp();
    const even = task({ name: "even", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
      if (x % 2 === 1) throw new Error(`${x} is odd`);
      return x;
    });
    const wf = workflow(
      { name: "various", inputs: { name: t.string() }, output: t.int(), onFailure: clean },
      ({ name }) =>
        conditional("c")
          .if(name.eq("map"), () => {
            const all = mapTask(even)({ x: [1, 2, 3] });
            return even({ x: all.at(0) });
          })
          .fail("not a map"),
    );
    await failureOf(runLocal(wf, { name: "map" }, { concurrency: 1 }));
    await failureOf(runLocal(wf, { name: "x" }));
    expect(heard.map(({ err }) => err?.message)).toEqual(["[0]: 1 is odd", "not a map"]);

    let ran = 0;
    const plain = task({ name: "plain", inputs: { name: t.string() } }, () => void (ran += 1));
    const { boom } = setUp();
    const quiet = workflow(
      { name: "quiet", inputs: { name: t.string() }, output: t.string(), onFailure: plain },
      ({ name }) => boom({ name }),
    );
    const events = await eventsOf(startLocal(quiet, { name: "q" }));
    expect(ran).toBe(1);
    const inputs = events.flatMap((event) =>
      event.kind === "node-started" && event.node === "fn0" ? [...(event.inputs?.keys() ?? [])] : [],
    );
    expect(inputs).toEqual(["name"]);
  });

  it("hears of a message that is not well formed", async () => {
    const { heard, clean } = setUp();
    const odd = task({ name: "odd", output: t.string() }, (): string => {
      throw new Error("half a \ud83d");
    });
    const wf = workflow(
      { name: "odd.handled", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      () => odd(),
    );
    expect(await failureOf(runLocal(wf, { name: "o" }))).toMatchObject({ params: { task: "odd" } });
    expect(heard[0]?.err?.message).toBe("half a \u{fffd}");
  });
});

describe("what runs beside a failure handler", () => {
  function build(failurePolicy: Policy) {
    const seen: string[] = [];
    const { open, opened } = latch();
    // It fails once the other has begun.
    const boom = task({ name: "boom", inputs: { name: t.string() } }, async () => {
      await opened;
      throw new Error("no");
    });
    const long = task({ name: "long", inputs: { name: t.string() } }, async (_, { signal }) => {
      open();
      const stopped = new Promise<void>((resolve) => {
        const stop = (): void => {
          seen.push("long was told to stop");
          resolve();
        };
        signal.addEventListener("abort", stop);
        if (failurePolicy === "fail-immediately") return;
        setTimeout(() => {
          signal.removeEventListener("abort", stop);
          if (!signal.aborted) seen.push("long ended");
          resolve();
        }, 30);
      });
      await stopped;
    });
    const handler = task({ name: "handler", inputs: { name: t.string() } }, async () => {
      seen.push("handler");
      await wait(5);
    });
    const wf = workflow(
      { name: `beside.${failurePolicy}`, inputs: { name: t.string() }, failurePolicy, onFailure: handler },
      ({ name }) => {
        boom({ name }, { id: "bad" });
        long({ name }, { id: "long" });
      },
    );
    return { wf, seen };
  }

  it("is told to stop first under fail-immediately", async () => {
    const { wf, seen } = build("fail-immediately");
    expect(await nodesOf(startLocal(wf, { name: "a" }))).toEqual({
      bad: "failed",
      long: "started",
      fn0: "succeeded",
    });
    expect(seen).toEqual(["long was told to stop", "handler"]);
  });

  it("runs to its end first under the other policy", async () => {
    const { wf, seen } = build(LATER);
    expect(await nodesOf(startLocal(wf, { name: "a" }))).toEqual({
      bad: "failed",
      long: "succeeded",
      fn0: "succeeded",
    });
    expect(seen).toEqual(["long ended", "handler"]);
  });

  it("does not keep the handler from running where a task never ends", async () => {
    const { heard, boom, clean } = setUp();
    const forever = task(
      { name: "forever", inputs: { name: t.string() } },
      () => new Promise<void>(() => {}),
    );
    const wf = workflow(
      { name: "stubborn", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => {
        const bad = boom({ name });
        forever({ name });
        return bad;
      },
    );
    expect(await failureOf(runLocal(wf, { name: "s" }, { concurrency: 1 }))).toMatchObject({
      params: { task: "boom" },
    });
    expect(heard).toHaveLength(1);
  });

  it("goes on outside a sub-workflow while its handler runs", async () => {
    const { boom } = setUp();
    const { open, opened } = latch();
    const step = task({ name: "step", inputs: { name: t.string() }, output: t.string() }, ({ name }) => {
      if (name === "outside") open();
      return name;
    });
    const handler = task({ name: "waiting", inputs: { name: t.string() } }, () => opened);
    const inner = workflow(
      { name: "guarded", inputs: { name: t.string() }, output: t.string(), onFailure: handler },
      ({ name }) => boom({ name }),
    );
    const first = task({ name: "first", output: t.string() }, async () => {
      await wait(5);
      return "outside";
    });
    const root = workflow({ name: "root" }, () => {
      inner({ name: "i" }, { id: "sub" });
      step({ name: first({}, { id: "first" }) }, { id: "step" });
    });
    expect(await nodesOf(startLocal(root))).toEqual({
      sub: "failed",
      "sub/n0": "failed",
      "sub/fn0": "succeeded",
      first: "succeeded",
      step: "succeeded",
    });
  });
});

describe("a run that is cancelled", () => {
  it("runs no handler", async () => {
    const { heard, clean } = setUp();
    const { open, opened } = latch();
    const long = task(
      { name: "long", inputs: { name: t.string() }, output: t.string() },
      async (_, { signal }) => {
        open();
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        throw new Error("stopped");
      },
    );
    const wf = workflow(
      { name: "cancelled", inputs: { name: t.string() }, output: t.string(), onFailure: clean },
      ({ name }) => long({ name }),
    );
    const run = startLocal(wf, { name: "a" });
    await opened;
    run.cancel();
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    await wait(5);
    expect(heard).toEqual([]);
    expect(await nodesOf(run)).toEqual({ n0: "started" });
  });

  it("stops a handler that runs", async () => {
    const { boom } = setUp();
    const { open, opened } = latch();
    let reason: unknown;
    const handler = task({ name: "handler", inputs: { name: t.string() } }, async (_, { signal }) => {
      open();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      reason = signal.reason;
    });
    const wf = workflow(
      { name: "cancelled.late", inputs: { name: t.string() }, output: t.string(), onFailure: handler },
      ({ name }) => boom({ name }),
    );
    const run = startLocal(wf, { name: "a" });
    await opened;
    run.cancel("late");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    await wait(1);
    expect(reason).toMatchObject({ code: "RUN_ABORTED" });
  });
});
