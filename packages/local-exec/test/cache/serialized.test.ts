import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { mapTask, t, task, workflow } from "@flytekit-ts/workflow";
import { beforeEach, describe, expect, it } from "vitest";
import { runLocal, startLocal } from "../../src/entries/index.js";
import { hearCache, newCacheDir } from "../support/cached-runs.js";
import { latch, wait } from "../support/runs.js";

let cache = "";
let ran = 0;
let opened = Promise.resolve();
let hasFailed = true;
beforeEach(() => {
  cache = newCacheDir();
  ran = 0;
  opened = Promise.resolve();
  hasFailed = true;
});

const slow = task(
  { name: "slow", inputs: { x: t.int() }, output: t.int(), cache: { version: "1", serialize: true } },
  async ({ x }) => {
    ran += 1;
    await opened;
    if (!hasFailed) {
      hasFailed = true;
      throw new Error("once");
    }
    return x * 2;
  },
);
const locks = (): string => join(cache, "flytekit-ts-results-v1", "locks");
const locksIn = (): string[] => (existsSync(locks()) ? readdirSync(locks()) : []);

describe("a serialized task", () => {
  it("runs once for equal items of a map, and for equal runs", async () => {
    const wf = workflow({ name: "wf", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
      mapTask(slow)({ x: xs }),
    );
    const { reasons, onEvent } = hearCache();
    const xs = [1, 1, 2, 1];
    const runs = [1, 2, 3].map(() => runLocal(wf, { xs }, { cache, onEvent }));
    expect(await Promise.all(runs)).toEqual([1, 2, 3].map(() => [2, 2, 4, 2]));
    expect(ran).toBe(2);
    expect(reasons.filter((reason) => reason.kind === "found" && reason.waited).length).toBeGreaterThan(0);
    expect(locksIn()).toEqual([]);
  });

  it("runs again for the next in line if the first one fails", async () => {
    hasFailed = false;
    const runs = [1, 2, 3].map(() => runLocal(slow, { x: 1 }, { cache }));
    const ends = await Promise.allSettled(runs);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(ran).toBe(2);
  });

  it("takes no slot while it waits, and waits no longer than its run lasts", async () => {
    const gate = latch();
    ({ opened } = gate);
    const other = task({ name: "other", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
    const both = workflow({ name: "both", outputs: { a: t.int(), b: t.int() } }, () => ({
      a: slow({ x: 1 }),
      b: other({ x: 5 }),
    }));
    const holder = startLocal(slow, { x: 1 }, { cache });
    await expect.poll(() => ran).toBe(1);
    const waiting = startLocal(both, {}, { cache, concurrency: 1 });
    for await (const event of waiting.events())
      if (event.kind === "node-succeeded" && event.entity === "other") break;
    waiting.cancel("enough");
    await expect(waiting.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    gate.open();
    expect(await holder.result).toBe(2);
    expect([ran, locksIn()]).toEqual([1, []]);
  });

  it("gives its turn back when its run is cancelled, though it does not stop", async () => {
    opened = new Promise(() => {});
    const stuck = startLocal(slow, { x: 1 }, { cache });
    await expect.poll(() => ran).toBe(1);
    const next = startLocal(slow, { x: 1 }, { cache });
    await wait(30);
    opened = Promise.resolve();
    stuck.cancel();
    expect(await next.result).toBe(2);
    expect(ran).toBe(2);
  });

  it.each<[string, unknown]>([
    ["a process that has ended", { host: hostname(), pid: 2 ** 22 + 1, started: "" }],
    ["an earlier process of the same number", { host: hostname(), pid: process.pid, started: "before 1" }],
  ])("takes over from %s", async (_, owner) => {
    await makeLock(owner);
    expect(await runLocal(slow, { x: 1 }, { cache })).toBe(2);
    expect(locksIn()).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["a process that lives", { host: hostname(), pid: process.ppid, started: "" }],
    ["a process of another machine", { host: "elsewhere", pid: 1, started: "" }],
    ["nobody knows whom", "not ours"],
  ])("waits for %s", async (_, owner) => {
    await makeLock(owner);
    const run = startLocal(slow, { x: 1 }, { cache });
    await wait(150);
    expect(ran).toBe(0);
    for (const name of locksIn()) expect(readFileSync(join(locks(), name), "utf8")).not.toBe("");
    run.cancel();
    await expect(run.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
  });

  it("runs without a lock where none can be made", async () => {
    mkdirSync(join(cache, "flytekit-ts-results-v1"), { recursive: true });
    writeFileSync(locks(), "");
    const { reasons, onEvent } = hearCache();
    expect(await runLocal(slow, { x: 1 }, { cache, onEvent })).toBe(2);
    expect(reasons).toMatchObject([{ kind: "unusable" }]);
  });
});

/** Leave a lock of somebody else for the execution of `slow` with 1. */
async function makeLock(owner: unknown): Promise<void> {
  const gate = latch();
  ({ opened } = gate);
  const run = startLocal(slow, { x: 1 }, { cache });
  await expect.poll(() => ran).toBe(1);
  const [name = ""] = locksIn();
  run.cancel();
  await run.result.catch(() => {});
  gate.open();
  opened = Promise.resolve();
  await expect.poll(locksIn).toEqual([]);
  writeFileSync(join(locks(), name), typeof owner === "string" ? owner : JSON.stringify(owner));
  ran = 0;
}
