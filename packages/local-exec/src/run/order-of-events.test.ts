import { dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf } from "../../test/support/runs.js";
import { startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";
import { pathAround } from "../events/node-path.js";

type NodeEvent = Extract<RunEvent, { readonly node: string }>;

/** The same numbers from 0 to 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

const pair = { inputs: { x: t.int(), y: t.int() }, output: t.int() } as const;

/** A workflow of random nodes, and for each the earlier nodes that it needs, by index. */
function randomWorkflow(seed: number) {
  const next = numbersFrom(seed);
  const tries = new Map<string, number>();
  const pause = (x: number): Promise<void> | undefined =>
    x % 3 === 0 ? new Promise((resolve) => setTimeout(resolve, x % 2)) : undefined;
  const add = task({ name: "add", ...pair }, async ({ x, y }) => {
    await pause(x);
    return (x + y) % 1000;
  });
  const atOnce = task({ name: "at_once", ...pair }, ({ x, y }) => (x * y) % 1000);
  const flaky = task({ name: "flaky", ...pair, retries: 2 }, ({ x, y }) => {
    const key = `${x} ${y}`;
    const tried = (tries.get(key) ?? 0) + 1;
    tries.set(key, tried);
    if (tried < 3 && (x + tried) % 2 === 0) throw new Error("not yet");
    return x;
  });
  const bad = task({ name: "bad", ...pair }, ({ x }) => {
    throw new Error(`no ${x}`);
  });
  const sub = workflow({ name: "sub", ...pair }, ({ x, y }) => add({ x: flaky({ x, y }), y }));
  const plan = launchPlan(sub, { name: `plan${seed}` });
  const sum = task({ name: "sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
    xs.reduce((a, b) => a + b, 0),
  );
  const mapped = workflow({ name: "mapped", ...pair }, ({ x, y }) =>
    sum({ xs: mapTask(add)({ x: [x, y, 3], y: [1, 2, x] }) }),
  );
  const made = dynamic({ name: "made", ...pair }, ({ x, y }) => atOnce({ x: add({ x, y }), y }));
  const kinds = [add, atOnce, flaky, sub, plan, mapped, made, add, atOnce];
  const needs: number[][] = [];
  const size = 4 + Math.floor(next() * 12);
  const hasBad = next() < 0.4;
  const wf = workflow(
    {
      name: `random${seed}`,
      inputs: { x: t.int() },
      failurePolicy: next() < 0.5 ? "fail-immediately" : "fail-after-executable-nodes-complete",
    },
    ({ x }) => {
      const results = [x];
      for (let index = 0; index < size; index += 1) {
        const [a, b] = [0, 1].map(() => Math.floor(next() * results.length));
        const isBad = hasBad && index === Math.floor(size / 2);
        const kind = isBad ? bad : kinds[Math.floor(next() * kinds.length)];
        const [left, right] = [results[a ?? 0], results[b ?? 0]];
        if (kind === undefined || left === undefined || right === undefined) continue;
        needs.push([a ?? 0, b ?? 0].filter((each) => each > 0).map((each) => each - 1));
        results.push(kind({ x: left, y: right }));
      }
    },
  );
  return { wf, needs };
}

/** What is wrong with the order of events. */
function faultsOf(events: readonly RunEvent[], needs: readonly (readonly number[])[]): readonly string[] {
  const faults: string[] = [];
  const started = new Map<string, number>();
  const running = new Set<string>();
  const succeeded = new Set<string>();
  const over = new Set<string>();
  const around = (node: string): string | undefined => pathAround(node);
  const start = ({ node, attempt }: Extract<NodeEvent, { readonly kind: "node-started" }>): void => {
    const [, index] = /^n(\d+)$/.exec(node) ?? [];
    for (const need of index === undefined ? [] : (needs[Number(index)] ?? []))
      if (!succeeded.has(`n${need}`)) faults.push(`${node} started before n${need} had succeeded`);
    const outer = around(node);
    if (outer !== undefined && !running.has(outer)) faults.push(`${node} started outside ${outer}`);
    if (running.has(node) || over.has(node)) faults.push(`${node} started twice`);
    if (attempt !== (started.get(node) ?? -1) + 1) faults.push(`${node} started as attempt ${attempt}`);
    started.set(node, attempt);
    running.add(node);
  };
  const end = (event: Extract<NodeEvent, { readonly kind: "node-succeeded" | "node-failed" }>): void => {
    const { node, attempt } = event;
    if (!running.delete(node)) faults.push(`${node} ended without a start`);
    if (attempt !== started.get(node)) faults.push(`${node} ended as attempt ${attempt}`);
    const inside = [...running].filter((each) => around(each) === node);
    if (event.kind === "node-succeeded" && inside.length > 0)
      faults.push(`${node} ended before ${inside.join(", ")}`);
    if (event.kind === "node-succeeded") succeeded.add(node);
    if (event.kind === "node-succeeded" || !event.retrying) over.add(node);
  };
  for (const event of events) {
    if (event.kind === "node-started") start(event);
    if (event.kind === "node-succeeded" || event.kind === "node-failed") end(event);
    if (event.kind === "node-skipped") {
      if (over.has(event.node)) faults.push(`${event.node} was skipped after its end`);
      over.add(event.node);
    }
  }
  return faults;
}

describe("the order of events", () => {
  it("is seen to be wrong if it is", async () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const { wf, needs } = randomWorkflow(seed);
      const events = await eventsOf(startLocal(wf, { x: seed }));
      for (const event of events) kinds.add(event.kind === "node-failed" ? `${event.retrying}` : event.kind);
      expect(faultsOf(events.toReversed(), needs).length).toBeGreaterThan(0);
    }
    expect([...kinds]).toEqual(expect.arrayContaining(["true", "false", "node-skipped"]));
  });

  it.each([1, 4, 1000])("holds in random graphs at concurrency %i", async (concurrency) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { wf, needs } = randomWorkflow(seed);
      const run = startLocal(wf, { x: seed }, { concurrency });
      const events = await eventsOf(run);
      const how = await run.result.then(
        () => "run-succeeded",
        () => "run-failed",
      );
      expect(faultsOf(events, needs), `seed ${seed}`).toEqual([]);
      expect(events[0]?.kind).toBe("run-started");
      const ends = events.filter(({ kind }) => kind === "run-succeeded" || kind === "run-failed");
      expect(ends).toEqual([events.at(-1)]);
      expect(ends[0]?.kind).toBe(how);
      if (how === "run-succeeded") expect(events.filter(({ kind }) => kind === "node-skipped")).toEqual([]);
    }
  });
});
