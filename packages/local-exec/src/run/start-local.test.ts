import { t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { latch } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const split = task(
  {
    name: "split",
    inputs: { s: t.string(), at: t.int().default(2) },
    outputs: { head: t.string(), rest: t.string() },
  },
  ({ s, at }) => ({ head: s.slice(0, at), rest: s.slice(at) }),
);
const chain = workflow({ name: "chain", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: inc({ x }) }),
);

async function kindsOf(run: { events(): AsyncIterable<RunEvent> }): Promise<string[]> {
  const kinds: string[] = [];
  for await (const event of run.events())
    kinds.push("node" in event ? `${event.kind} ${event.node}` : event.kind);
  return kinds;
}

describe("runLocal", () => {
  it("gives a bare output, named outputs, or nothing", async () => {
    expect(await runLocal(chain, { x: 1 })).toBe(3);
    expect(await runLocal(split, { s: "hello" })).toEqual({ head: "he", rest: "llo" });
    const quiet = workflow({ name: "quiet" }, () => void inc({ x: 1 }));
    expect(await runLocal(quiet)).toBeUndefined();
  });

  it("runs a task by itself, with its defaults", async () => {
    expect(await runLocal(inc, { x: 41 })).toBe(42);
    const greet = task(
      { name: "greet", inputs: { who: t.string().default("you") }, output: t.string() },
      ({ who }) => who,
    );
    expect(await runLocal(greet)).toBe("you");
  });

  it("runs sub-workflows two deep, each node in its own place", async () => {
    const twice = workflow({ name: "twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      chain({ x: chain({ x }) }),
    );
    const outer = workflow({ name: "outer", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      twice({ x: inc({ x }) }),
    );
    const run = startLocal(outer, { x: 0 });
    expect(await run.result).toBe(5);
    const nodes = (await kindsOf(run)).filter((kind) => kind.startsWith("node-succeeded"));
    expect(nodes).toEqual(
      ["n0", "n1/n0/n0", "n1/n0/n1", "n1/n0", "n1/n1/n0", "n1/n1/n1", "n1/n1", "n1"].map(
        (id) => `node-succeeded ${id}`,
      ),
    );
  });

  it("passes parts of lists, maps and records, and mixes values with promises", async () => {
    const point = t.struct("Point", { x: t.int(), y: t.float(), tags: t.list(t.string()) });
    const make = task({ name: "make", output: t.map(t.list(point)) }, () => ({
      a: [{ x: 1, y: 2, tags: ["p", "q"] }],
    }));
    const show = task(
      {
        name: "show",
        inputs: { x: t.int(), y: t.float(), tag: t.string(), all: t.list(t.int()) },
        output: t.string(),
      },
      ({ x, y, tag, all }) => `${x} ${y} ${tag} ${all.join("+")}`,
    );
    const wf = workflow({ name: "parts", inputs: { n: t.int() }, output: t.string() }, ({ n }) => {
      const first = make().at("a").at(0);
      return show({ x: first.x, y: first.y, tag: first.tags.at(1), all: [n, first.x, 5] });
    });
    expect(await runLocal(wf, { n: 9 })).toBe("1 2 q 9+1+5");
  });

  it("keeps types at every edge: a value of the wrong type stops where it was made", async () => {
    const liar = task({ name: "liar", output: t.int() }, () => 1.5);
    const wf = workflow({ name: "lied-to", output: t.int() }, () => inc({ x: liar() }));
    await expect(runLocal(wf)).rejects.toMatchObject({ code: "TASK_OUTPUT_INVALID" });
  });

  it("runs the body once, however often the workflow runs", async () => {
    let traced = 0;
    const counted = workflow({ name: "counted", output: t.int() }, () => {
      traced += 1;
      return inc({ x: 1 });
    });
    await runLocal(counted);
    await runLocal(counted);
    expect(traced).toBe(1);
  });

  it("refuses wrong inputs before anything runs, all at once", async () => {
    let ran = false;
    const note = task({ name: "note", inputs: { x: t.int(), s: t.string() } }, () => void (ran = true));
    const bad = { x: 1.5, z: 1 } as unknown as { x: number; s: string };
    const error: unknown = await runLocal(note, bad).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "RUN_INPUTS_INVALID" });
    expect((error as { params: { problems: string[] } }).params.problems).toEqual([
      "there is no input z",
      "x should be integer, but was the number 1.5",
      "s (string) is missing",
    ]);
    expect(ran).toBe(false);
    expect(() => startLocal(note, bad)).toThrow("RUN_INPUTS_INVALID");
  });

  it("refuses what is no entity, and a concurrency of none", async () => {
    await expect(runLocal((() => 1) as never)).rejects.toMatchObject({ code: "ENTITY_NOT_RUNNABLE" });
    await expect(runLocal(undefined as never)).rejects.toMatchObject({ code: "ENTITY_NOT_RUNNABLE" });
    for (const concurrency of [0, -1, 1.5, Number.NaN]) {
      await expect(runLocal(inc, { x: 1 }, { concurrency })).rejects.toMatchObject({
        code: "CONCURRENCY_INVALID",
      });
    }
  });
});

describe("concurrency", () => {
  function fan(width: number) {
    let running = 0;
    let most = 0;
    const slow = task({ name: "slow", inputs: { i: t.int() }, output: t.int() }, async ({ i }) => {
      running += 1;
      most = Math.max(most, running);
      await wait(5);
      running -= 1;
      return i;
    });
    const wide = workflow({ name: "wide", output: t.list(t.int()) }, () =>
      Array.from({ length: width }, (_, i) => slow({ i })),
    );
    return { wide, most: () => most };
  }

  it("runs independent nodes at the same time, and no more than asked for", async () => {
    const { wide, most } = fan(12);
    expect(await runLocal(wide, {}, { concurrency: 3 })).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(most()).toBe(3);
  });

  it("holds across sub-workflows, which need no slot of their own", async () => {
    const { wide, most } = fan(4);
    const two = workflow({ name: "two" }, () => {
      wide();
      wide();
    });
    await runLocal(two, {}, { concurrency: 2 });
    expect(most()).toBe(2);
    await runLocal(two, {}, { concurrency: 1 });
  });

  it("starts a node as soon as what it needs is there, whatever else still runs", async () => {
    const order: string[] = [];
    const { open, opened } = latch();
    const step = task({ name: "step", inputs: { id: t.string() }, output: t.string() }, async ({ id }) => {
      if (id === "slow") await opened;
      order.push(id);
      if (id === "second") open();
      return id;
    });
    const wf = workflow({ name: "uneven" }, () => {
      step({ id: "slow" });
      const first = step({ id: "first" });
      step({ id: "second" }, { after: [first] });
    });
    await runLocal(wf);
    expect(order).toEqual(["first", "second", "slow"]);
  });
});
