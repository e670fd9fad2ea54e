import { t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { runLocal, startLocal } from "../entries/index.js";
import type { RunEvent } from "../events/events.js";

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const spin = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};
const sleepy = task({ name: "sleepy", inputs: { ms: t.int() }, output: t.int() }, async ({ ms }) => {
  await wait(ms);
  return ms;
});
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

describe("aborting", () => {
  it("stops promptly when the signal fires, though a task never ends", async () => {
    const forever = task({ name: "forever" }, () => new Promise<void>(() => {}));
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 10);
    const start = performance.now();
    await expect(runLocal(forever, {}, { signal: controller.signal })).rejects.toMatchObject({
      code: "RUN_ABORTED",
      params: { entity: "forever", reason: "enough" },
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("runs nothing when the signal has fired already", async () => {
    let ran = false;
    const note = task({ name: "note" }, () => void (ran = true));
    await expect(runLocal(note, {}, { signal: AbortSignal.abort("early") })).rejects.toMatchObject({
      code: "RUN_ABORTED",
    });
    expect(ran).toBe(false);
  });

  it("stops between tasks that never wait", async () => {
    let ran = 0;
    const busy = task({ name: "busy", inputs: { i: t.int() }, output: t.int() }, ({ i }) => {
      ran += 1;
      spin(4);
      return i + 1;
    });
    const long = workflow({ name: "long", output: t.int() }, () => {
      let last = busy({ i: 0 });
      for (let i = 0; i < 500; i += 1) last = busy({ i: last });
      return last;
    });
    const run = startLocal(long);
    setTimeout(() => run.cancel("changed my mind"), 30);
    await expect(run.result).rejects.toMatchObject({
      code: "RUN_ABORTED",
      params: { reason: "changed my mind" },
    });
    const before = ran;
    expect(before).toBeLessThan(100);
    await wait(30);
    expect(ran).toBe(before);
  });

  it("after the end changes nothing", async () => {
    const run = startLocal(inc, { x: 1 });
    expect(await run.result).toBe(2);
    run.cancel();
    expect(await run.result).toBe(2);
  });

  it("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    await runLocal(inc, { x: 1 }, { signal });
    expect(listeners).toBe(0);
  });
});

describe("events", () => {
  const wf = workflow({ name: "pair", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
    inc({ x: sleepy({ ms: x }) }, { displayName: "add one" }),
  );

  it("tell what started, succeeded and how long it took, to a callback and to every reader", async () => {
    const heard: RunEvent[] = [];
    const run = startLocal(wf, { x: 15 }, { onEvent: (event) => heard.push(event) });
    const read = async (): Promise<RunEvent[]> => {
      const events: RunEvent[] = [];
      for await (const event of run.events()) events.push(event);
      return events;
    };
    const early = read();
    await run.result;
    expect(await early).toEqual(heard);
    expect(await read()).toEqual(heard);
    expect(heard.map(({ kind }) => kind)).toEqual([
      "run-started",
      "node-started",
      "node-succeeded",
      "node-started",
      "node-succeeded",
      "run-succeeded",
    ]);
    const [, , slept, , added, done] = heard;
    expect(slept).toMatchObject({ node: "n0", name: "sleepy", entity: "sleepy", attempt: 0, runId: run.id });
    expect(added).toMatchObject({ node: "n1", name: "add one", entity: "inc" });
    expect(slept).toHaveProperty("duration");
    if (slept?.kind === "node-succeeded") expect(slept.duration).toBeGreaterThanOrEqual(14);
    if (done?.kind === "run-succeeded") expect(done.duration).toBeGreaterThanOrEqual(14);
  });

  it("may be read instead of the result, also of a run that fails", async () => {
    const bad = task({ name: "bad" }, () => {
      throw new Error("no");
    });
    const kinds: string[] = [];
    for await (const { kind } of startLocal(bad).events()) kinds.push(kind);
    expect(kinds).toEqual(["run-started", "node-started", "node-failed", "run-failed"]);
  });

  it("whose listener throws stop the run and say so", async () => {
    const onEvent = ({ kind }: RunEvent): void => {
      if (kind === "node-succeeded") throw new Error("listener broke");
    };
    await expect(runLocal(wf, { x: 1 }, { onEvent })).rejects.toMatchObject({
      code: "EVENT_LISTENER_FAILED",
      params: { event: "node-succeeded", message: "listener broke" },
    });
  });

  it("of two runs at once stay apart", async () => {
    const runs = [startLocal(wf, { x: 5 }), startLocal(wf, { x: 1 })];
    expect(await Promise.all(runs.map(({ result }) => result))).toEqual([6, 2]);
    for (const run of runs) for await (const event of run.events()) expect(event.runId).toBe(run.id);
  });
});
