import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sleep, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { double } from "../../test/isolation/tasks.js";
import { failureOf, wait } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";
import { virtualClock } from "../entries/testing.js";

const slow = task({ name: "slow", output: t.string() }, async () => {
  await wait(30);
  return (await readFile(fileURLToPath(import.meta.url), "utf8")).slice(0, 6);
});

describe("a virtual clock", () => {
  it("jumps from timer to timer, and those of one time ring in the order in which they were set", async () => {
    const clock = virtualClock(new Date(0));
    const rung: string[] = [];
    const note =
      (name: string): (() => void) =>
      () =>
        void rung.push(`${name} ${clock.now()}`);
    clock.after(20, note("c"));
    clock.after(10, note("a"));
    clock.after(10, () => {
      note("b")();
      clock.after(0, note("b again"));
    });
    clock.after(10, note("stopped"))();
    clock.after(-5, note("late"));
    await clock.sleep("1 day");
    expect(rung).toEqual(["late 0", "a 10", "b 10", "b again 10", "c 20"]);
    expect([clock.now(), clock.elapsed(), clock.date, clock.timers]).toEqual([
      86_400_000,
      86_400_000,
      new Date(86_400_000),
      0,
    ]);
  });

  it("goes on by hand, with all that happens up to then and at that time", async () => {
    const clock = virtualClock(new Date(0), { auto: false });
    const rung: number[] = [];
    const again = (): void => {
      rung.push(clock.now());
      clock.after(10, again);
    };
    clock.after(10, again);
    await wait(5);
    expect(rung).toEqual([]);
    await clock.advance(30);
    expect([rung, clock.now()]).toEqual([[10, 20, 30], 30]);
    await clock.advanceTo(new Date(45));
    expect([rung, clock.now(), clock.timers]).toEqual([[10, 20, 30, 40], 45, 1]);
  });

  it("stands still while anything can go on: promises, immediates, files", async () => {
    const clock = virtualClock(new Date(0));
    let rang = false;
    clock.after(1, () => (rang = true));
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < 20; turn += 1) await readFile(fileURLToPath(import.meta.url));
    expect(rang).toBe(false);
    await clock.sleep(1);
    expect(rang).toBe(true);
  });

  it("stands still while a task executes, however long that takes in real time", async () => {
    const timed = workflow({ name: "timed", output: t.string() }, () => slow({}, { timeout: "1 ms" }));
    const clock = virtualClock();
    expect(await runLocal(timed, {}, { clock })).toBe("import");
    expect(clock.elapsed()).toBe(0);
  });

  it("goes on while a task sleeps on it, and not while it does other things", async () => {
    const clock = virtualClock();
    const sleeper = task({ name: "sleeper", output: t.int() }, async () => {
      await wait(10);
      await clock.sleep("2 hours");
      await wait(10);
      return clock.elapsed();
    });
    const wf = workflow({ name: "sleepers", outputs: { a: t.int(), b: t.string() } }, () => ({
      a: sleeper(),
      b: slow({}, { timeout: "1 hour", after: [sleep("30 min")] }),
    }));
    expect(await runLocal(wf, {}, { clock })).toEqual({ a: 7_200_000, b: "import" });
  });

  it("times out a task that sleeps too long, and is free of it then", async () => {
    const clock = virtualClock();
    const sleeper = task({ name: "long", output: t.int(), timeout: "1 hour" }, async () => {
      await clock.sleep("2 hours");
      return 1;
    });
    expect(await failureOf(runLocal(sleeper, {}, { clock }))).toMatchObject({ code: "TASK_TIMED_OUT" });
    expect(clock.elapsed()).toBe(3_600_000);
  });

  it("loses its patience with a task that nothing can wake", async () => {
    const clock = virtualClock(undefined, { patience: 20 });
    const stuck = task({ name: "stuck", output: t.int(), timeout: "1 hour", retries: 2 }, (_, { attempt }) =>
      attempt < 2 ? new Promise<number>(() => {}) : attempt,
    );
    expect(await runLocal(stuck, {}, { clock })).toBe(2);
    expect(clock.elapsed()).toBeGreaterThanOrEqual(7_200_000);
  });

  it("never loses it with tasks in workers, which nothing here tells of", async () => {
    const timed = workflow({ name: "timed.worker", output: t.int() }, () =>
      double({ x: 21 }, { timeout: "1 ms" }),
    );
    const clock = virtualClock(undefined, { patience: 1 });
    expect(await runLocal(timed, {}, { clock, isolation: "worker" })).toBe(42);
    expect(clock.elapsed()).toBe(0);
  });

  it("is of two runs at once", async () => {
    const clock = virtualClock(new Date(0));
    const order: string[] = [];
    const mark = task({ name: "mark", inputs: { s: t.string() }, output: t.int() }, ({ s }) => order.push(s));
    const after = (span: string) =>
      workflow({ name: `after.${span.replaceAll(" ", "")}`, output: t.int() }, () =>
        mark({ s: span }, { after: [sleep(span)] }),
      );
    await Promise.all(
      ["30 min", "10 min", "20 min"].map((span) => startLocal(after(span), {}, { clock }).result),
    );
    expect(order).toEqual(["10 min", "20 min", "30 min"]);
  });

  it.each<[string, () => unknown]>([
    ["a wrong start", () => virtualClock("2024" as never)],
    ["no date", () => virtualClock(new Date(Number.NaN))],
    ["a wrong option", () => virtualClock(undefined, { auto: 1 as never })],
    ["an unknown option", () => virtualClock(undefined, { jumps: true } as never)],
    ["a wrong patience", () => virtualClock(undefined, { patience: -1 })],
  ])("refuses %s", (_, make) => {
    expect(make).toThrow(/OPTION_INVALID|OPTION_UNKNOWN/);
  });

  it("does not go back", async () => {
    const clock = virtualClock(new Date(10));
    await expect(clock.advanceTo(new Date(9))).rejects.toThrow("not in the past");
    await expect(clock.advance(-1)).rejects.toThrow("OPTION_INVALID");
  });
});
