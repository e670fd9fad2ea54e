import { fromLiterals } from "@flytekit-ts/core/literals";
import { isFlytekitError, t, task, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { runLocal, startLocal } from "../entries/index.js";
import { eventsOf } from "../../test/support/runs.js";
import type { RunEvent } from "../scope/events.js";

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

describe("a run that nobody awaits", () => {
  const bad = task({ name: "bad" }, () => {
    throw new Error("no");
  });
  const never = task({ name: "never" }, () => new Promise<void>(() => {}));

  // An unhandled rejection would fail the whole test run.
  it.each<[string, () => { result: Promise<unknown> }]>([
    [
      "after it was cancelled",
      () => {
        const run = startLocal(never);
        run.cancel();
        return run;
      },
    ],
    ["after its signal fired", () => startLocal(never, {}, { signal: AbortSignal.abort() })],
    ["while a listener hears of it", () => startLocal(bad, {}, { onEvent: () => {} })],
    ["until it is over", () => startLocal(bad)],
  ])("does not end the process: %s", async (_, start) => {
    const run = start();
    await wait(20);
    await expect(run.result).rejects.toThrow(/RUN_ABORTED|TASK_FAILED/);
  });

  it("may be read late", async () => {
    const run = startLocal(bad);
    await wait(20);
    const kinds: string[] = [];
    for await (const { kind } of run.events()) kinds.push(kind);
    expect(kinds.at(-1)).toBe("run-failed");
  });
});

describe("one signal for many", () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);

  it("runs, tasks and listeners gives no warning of a leak", async () => {
    process.on("warning", note);
    const controller = new AbortController();
    const listens = task({ name: "listens", inputs: { x: t.int() } }, async (_, { signal }) => {
      for (let i = 0; i < 20; i += 1) signal.addEventListener("abort", () => {});
      await wait(5);
    });
    const wf = workflow({ name: "wf" }, () => {
      for (let x = 0; x < 30; x += 1) listens({ x });
    });
    const runs = Array.from({ length: 20 }, () => runLocal(wf, {}, { signal: controller.signal }));
    await Promise.all(runs);
    const more = Array.from({ length: 20 }, () => startLocal(wf, {}, { signal: controller.signal }));
    controller.abort();
    for (const { result } of more) await expect(result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    await wait(5);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});

describe("the signal of an attempt", () => {
  it("is its own, and does not fire once the attempt is over", async () => {
    const signals: AbortSignal[] = [];
    const keep = task({ name: "keep", retries: 1 }, (_, { signal, attempt }) => {
      signals.push(signal);
      if (attempt === 0) throw new Error("once more");
    });
    const timed = task({ name: "timed", timeout: "1 hour" }, (_, { signal }) => void signals.push(signal));
    await runLocal(workflow({ name: "wf" }, () => timed({}, { after: [keep()] })) as never);
    expect([new Set(signals).size, signals.map(({ aborted }) => aborted)]).toEqual([
      3,
      [false, false, false],
    ]);
  });

  it("fires with the run, also if the task asks for it late", async () => {
    let heard: unknown;
    const late = task({ name: "late" }, async (_, context) => {
      await wait(20);
      heard = context.signal.reason;
    });
    const run = startLocal(late);
    setTimeout(() => run.cancel("enough"), 1);
    await expect(run.result).rejects.toMatchObject({ code: "RUN_ABORTED" });
    await wait(40);
    expect(heard).toMatchObject({ code: "RUN_ABORTED", params: { reason: "enough" } });
  });

  it("is an own field of the context, as the others are", async () => {
    const spread = task({ name: "spread" }, (_, context) => {
      expect(Object.keys({ ...context })).toEqual(["signal", "logger", "executionId", "attempt"]);
      expect({ ...context }.signal).toBe(context.signal);
    });
    await runLocal(spread);
  });
});

describe("the events of a run", () => {
  const double = task(
    { name: "double", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) },
    ({ xs }) => xs.map((x) => 2 * x),
  );
  const wf = workflow({ name: "wf", inputs: { xs: t.list(t.int()) }, output: t.list(t.int()) }, ({ xs }) =>
    double({ xs: double({ xs }) }),
  );

  it("carry the inputs and outputs of each node", async () => {
    const values: unknown[] = [];
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-started") values.push(fromLiterals(double.interface.inputs, event.inputs));
      if (event.kind === "node-succeeded") values.push(fromLiterals(double.interface.outputs, event.outputs));
    };
    await runLocal(wf, { xs: [1] }, { onEvent });
    expect(values).toEqual([{ xs: [1] }, { o0: [2] }, { xs: [2] }, { o0: [4] }]);
  });

  it("hold copies, so that nobody changes the run", async () => {
    const clear = (given: unknown): void => {
      for (const literal of (given as Map<string, { value: { value: { literals: unknown[] } } }>).values())
        literal.value.value.literals.length = 0;
      (given as Map<string, unknown>).clear();
    };
    const onEvent = (event: RunEvent): void => {
      if (event.kind === "node-started") clear(event.inputs);
      if (event.kind === "node-succeeded") clear(event.outputs);
    };
    expect(await runLocal(wf, { xs: [1] }, { onEvent })).toEqual([4]);
  });

  it("can be cloned and printed", async () => {
    const events = await eventsOf(startLocal(wf, { xs: [1] }));
    expect(structuredClone(events[2])).toMatchObject({
      kind: "node-succeeded",
      outputs: expect.any(Map) as unknown,
    });
  });

  it.each(["run-succeeded", "run-failed"])(
    "end with one, though its listener throws or aborts: %s",
    async (last) => {
      const entity =
        last === "run-succeeded"
          ? inc
          : task({ name: "bad", inputs: { x: t.int() }, output: t.int() }, () => {
              throw new Error("no");
            });
      const outcomes: unknown[] = [];
      for (const act of ["throw", "reject", "abort"]) {
        const controller = new AbortController();
        const kinds: string[] = [];
        const onEvent = ({ kind }: RunEvent): unknown => {
          kinds.push(kind);
          if (kind !== last) return undefined;
          if (act === "reject") return Promise.reject(new Error("late"));
          if (act === "abort") return controller.abort();
          throw new Error("late");
        };
        const run = runLocal(entity, { x: 1 }, { onEvent, signal: controller.signal });
        outcomes.push(await run.catch((error: unknown) => (isFlytekitError(error) ? error.code : error)));
        expect(kinds.filter((kind) => /^run-(succeeded|failed)$/.test(kind))).toEqual([last]);
      }
      const listener = "EVENT_LISTENER_FAILED";
      expect(outcomes).toEqual(
        last === "run-succeeded" ? [listener, listener, 2] : Array(3).fill("TASK_FAILED"),
      );
    },
  );

  it("stop the run where an async listener rejects, and it is waited for otherwise", async () => {
    let stored = 0;
    const slow = async (): Promise<void> => {
      await wait(10);
      stored += 1;
    };
    await runLocal(inc, { x: 1 }, { onEvent: slow });
    expect(stored).toBe(4);
    const onEvent = async ({ kind }: RunEvent): Promise<void> => {
      await wait(1);
      if (kind === "node-started") throw new Error("disk full");
    };
    await expect(runLocal(sleepy, { ms: 1000 }, { onEvent })).rejects.toMatchObject({
      code: "EVENT_LISTENER_FAILED",
      params: { event: "node-started", message: "disk full" },
    });
  });

  it("may be left at once, while nothing happens", async () => {
    const run = startLocal(task({ name: "never" }, () => new Promise<void>(() => {})));
    const reader = run.events()[Symbol.asyncIterator]();
    await reader.next();
    await reader.next();
    const waiting = [reader.next(), reader.next()];
    expect(await reader.return?.()).toEqual({ done: true, value: undefined });
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect(await reader.next()).toEqual({ done: true, value: undefined });
    run.cancel();
  });

  it("come in order to one who asks for several at once", async () => {
    const reader = startLocal(inc, { x: 1 }).events()[Symbol.asyncIterator]();
    const five = await Promise.all(Array.from({ length: 5 }, () => reader.next()));
    expect(five.map(({ value }) => (value as RunEvent | undefined)?.kind)).toEqual([
      "run-started",
      "node-started",
      "node-succeeded",
      "run-succeeded",
      undefined,
    ]);
  });
});
