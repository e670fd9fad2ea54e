import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { mapTask, sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf, latch, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import { explore, seededSchedule, virtualClock } from "../entries/testing.js";

let log: string[] = [];
const step = task(
  { name: "step", inputs: { name: t.string(), wait: t.int() }, output: t.string() },
  async ({ name, wait: milliseconds }) => {
    log.push(`${name}+`);
    if (milliseconds > 0) await wait(milliseconds);
    else if (milliseconds < 0) await readFile(fileURLToPath(import.meta.url));
    log.push(`${name}-`);
    return name;
  },
);
const join = task(
  { name: "join", inputs: { a: t.string(), b: t.string() }, output: t.string() },
  ({ a, b }) => a + b,
);
const wf = workflow({ name: "interleaved", output: t.string() }, () => {
  const a = step({ name: "a", wait: 2 }, { id: "a" });
  const b = step({ name: "b", wait: -1 }, { id: "b" });
  const c = step({ name: "c", wait: 0 }, { id: "c" });
  return join({ a: join({ a, b }, { id: "ab" }), b: c }, { id: "abc" });
});

/** The order of a run, and that in which the tasks ran. */
async function run(seed: number): Promise<readonly [readonly string[], readonly string[]]> {
  log = [];
  const schedule = seededSchedule(seed);
  expect(await runLocal(wf, {}, { interceptors: [schedule] })).toBe("abc");
  return [schedule.order, log];
}

describe("a seeded schedule", () => {
  it("gives one order for one seed, and other orders for other seeds", async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 12; seed += 1) {
      const [order, log] = await run(seed);
      expect(await run(seed)).toEqual([order, log]);
      expect(order.toSorted()).toEqual(
        ["a", "b", "c", "ab", "abc"].flatMap((id) => [`${id} ends`, `${id} starts`]).toSorted(),
      );
      orders.add(order.join());
    }
    expect(orders.size).toBeGreaterThan(8);
  });

  it("lets any task end first, whatever it waits for", async () => {
    const firsts = new Set<string | undefined>();
    for (let seed = 0; seed < 30; seed += 1)
      firsts.add((await run(seed))[0].find((each) => each.endsWith("ends")));
    expect(firsts).toEqual(new Set(["a ends", "b ends", "c ends"]));
  });

  it("finds the order in which a test fails, and tells its seed", async () => {
    let last = "";
    const note = task({ name: "note", inputs: { s: t.string() } }, ({ s }) => void (last = s));
    const racing = workflow({ name: "racing" }, () => {
      note({ s: "first" });
      note({ s: "second" });
    });
    const test = async (seeds: { runs: number } | { seeds: readonly number[] }): Promise<unknown> =>
      explore(seeds, async (schedule) => {
        await runLocal(racing, {}, { interceptors: [schedule] });
        expect(last).toBe("second");
      });
    const error = await failureOf(test({ runs: 50 }));
    expect(error.code).toBe("INTERLEAVING_FAILED");
    const { seed } = error.params as { seed: number };
    expect(error.hint).toBe(`Run this order alone: \`explore({ seeds: [${seed}] }, ...)\`.`);
    expect(await failureOf(test({ seeds: [seed] }))).toMatchObject({ params: { seed, run: 1 } });
    last = "second";
    const explored = await explore({ runs: 50 }, async (schedule) => {
      await runLocal(wf, {}, { interceptors: [schedule] });
    });
    expect(explored.runs).toBe(50);
    expect(explored.orders).toBeGreaterThan(30);
  });

  it("comes before the jumps of a virtual clock", async () => {
    const timed = workflow({ name: "timed.turns", output: t.string() }, () =>
      join({
        a: step({ name: "a", wait: 1 }, { timeout: "1 ms" }),
        b: step({ name: "b", wait: 1 }, { timeout: "1 ms", after: [sleep("30 min")] }),
      }),
    );
    const clock = virtualClock();
    await explore({ runs: 5 }, async (schedule) => {
      expect(await runLocal(timed, {}, { clock, interceptors: [schedule] })).toBe("ab");
    });
    expect(clock.elapsed()).toBe(5 * 1_800_000);
  });

  it("orders attempts and items too, and holds nobody when the run is over", async () => {
    let attempts = 0;
    const flaky = task({ name: "flaky", inputs: { x: t.int() }, output: t.int(), retries: 1 }, ({ x }) => {
      attempts += 1;
      if (attempts === 1) throw new Error("once");
      return x;
    });
    const mapped = workflow({ name: "mapped.turns", output: t.list(t.optional(t.int())) }, () =>
      mapTask(flaky)({ x: [1, 2] }),
    );
    const schedule = seededSchedule(3);
    expect(await runLocal(mapped, {}, { interceptors: [schedule] })).toEqual([1, 2]);
    expect(schedule.order.filter((each) => each.includes("@1")).length).toBe(2);

    const run = startLocal(wf, {}, { interceptors: [seededSchedule(1)] });
    run.cancel();
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
  });

  it("lets others go on beside a task that waits for them", async () => {
    const { open, opened } = latch();
    const waits = task({ name: "waits", output: t.string() }, async () => {
      await opened;
      return "w";
    });
    const opens = task({ name: "opens", output: t.string() }, () => {
      open();
      return "o";
    });
    const met = workflow({ name: "met", output: t.string() }, () => join({ a: waits(), b: opens() }));
    const schedules = [0, 1, 2, 3].map(seededSchedule);
    // The first that lets the task that waits start first takes a second of patience.
    for (const schedule of schedules) {
      expect(await runLocal(met, {}, { interceptors: [schedule] })).toBe("wo");
      if (schedule.order[0] === "n0 starts") return;
    }
    throw new Error("no seed has this order");
  });

  it("refuses wrong seeds and options", async () => {
    for (const seed of [-1, 0.5, "7", undefined])
      expect(() => seededSchedule(seed as number)).toThrow("OPTION_INVALID");
    for (const options of [{}, { runs: 0 }, { seeds: [] }, { runs: 1, seeds: [1] }, { runs: "x" }])
      await expect(explore(options as never, () => {})).rejects.toThrow("OPTION_INVALID");
    await expect(explore({ run: 3 } as never, () => {})).rejects.toThrow("OPTION_UNKNOWN");
  });
});

describe("a seeded schedule and a task that hangs", () => {
  it("lets the others end before time goes on, so that only that one times out", async () => {
    const hangs = task(
      { name: "hangs", inputs: { x: t.int() }, output: t.int(), timeout: "1 min" },
      ({ x }) => (x === 2 ? new Promise<number>(() => {}) : Promise.resolve(x)),
    );
    const schedule = seededSchedule(3);
    const map = mapTask(hangs, { minSuccesses: 2 });
    const run = runLocal(map, { x: [1, 2, 3] }, { interceptors: [schedule], clock: virtualClock() });
    expect(await run).toEqual([1, undefined, 3]);
  }, 20_000);

  it.each([
    [{ seeds: [1, -1] }, () => {}, "whole numbers of at least 0"],
    [{ runs: 1 }, undefined, "a function that runs something"],
  ])("explore refuses what it cannot run: %j", async (options, test, text) => {
    const error = await failureOf(explore(options, test as never));
    expect(error.code).toBe("OPTION_INVALID");
    expect(error.text).toContain(text);
    expect(error.location?.file).toMatch(/seeded-schedule\.test\.ts$/);
  });
});
