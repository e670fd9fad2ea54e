import { fileURLToPath } from "node:url";
import { approve, dynamic, launchPlan, sleep, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { eventsOf, failureOf } from "../../test/support/runs.js";
import { gatesOf, type LocalRun, runLocal, startLocal } from "../entries/index.js";
import { answerAfter, answersInTurn, virtualClock } from "../entries/testing.js";

const make = task({ name: "make", output: t.int() }, () => 3);
const use = task(
  { name: "use", inputs: { x: t.int(), title: t.string() }, output: t.string() },
  ({ x, title }) => `${title}${x}`,
);
const gated = workflow({ name: "gated", output: t.string() }, () => {
  const title = waitForInput("title", t.string(), { timeout: "2 hours" });
  return use({ x: approve(make(), "ok"), title });
});

/** Resolves when so many gates wait. */
async function waits(run: LocalRun<unknown>, count = 1): Promise<void> {
  for await (const event of run.events()) {
    if (event.kind === "node-waiting") count -= 1;
    if (count === 0) return;
  }
  throw new Error("the run ended before");
}

describe("gates that wait", () => {
  it("are answered while the run goes on, and are listed until then", async () => {
    const clock = virtualClock(new Date(1000), { auto: false });
    const run = startLocal(gated, {}, { gates: "wait", clock });
    await waits(run, 2);
    expect(run.pending()).toEqual([
      {
        signal: "title",
        node: "n0",
        executionId: run.id,
        kind: "input",
        type: "string",
        valueType: expect.objectContaining({ transformer: expect.anything() as unknown }) as unknown,
        since: 1000,
        until: 7_201_000,
      },
      { signal: "ok", node: "n2", executionId: run.id, kind: "approval", since: 1000, until: 3_601_000 },
    ]);
    run.approve("ok");
    expect(run.pending().map(({ signal }) => signal)).toEqual(["title"]);
    await run.setInput("n0", "n=");
    expect(await run.result).toBe("n=3");
    expect(run.pending()).toEqual([]);
    expect(clock.timers).toBe(0);
    const waiting = (await eventsOf(run)).filter(({ kind }) => kind === "node-waiting");
    expect(waiting).toMatchObject([
      { node: "n0", gate: { for: "input", type: "string", since: 1000, until: 7_201_000 } },
      { node: "n2", gate: { for: "approval", signal: "ok", since: 1000, until: 3_601_000 } },
    ]);
  });

  it("are refused", async () => {
    const run = startLocal(gated, {}, { gates: "wait", answers: { title: "n=" } });
    run.approve("ok", false);
    expect(await failureOf(run.result)).toMatchObject({ code: "GATE_REJECTED" });
  });

  it("fail at once where nobody is there to answer, whatever retries they have", async () => {
    const nobody = new RangeError("nobody is here");
    const run = startLocal(gated, {}, { gates: "wait", answers: { title: "n=" } });
    expect(() => run.failGate("ok", nobody)).toThrow("GATE_UNKNOWN");
    await waits(run);
    run.failGate("ok", nobody);
    expect(await failureOf(run.result)).toMatchObject({ cause: nobody });
    expect(run.pending()).toEqual([]);
    expect(() => run.failGate("ok", nobody)).toThrow("GATE_CLOSED");
    const again = workflow({ name: "again", output: t.int() }, () =>
      waitForInput("n", t.int(), { retries: 1 }),
    );
    const second = startLocal(again, {}, { gates: "wait" });
    await waits(second);
    second.failGate("n0", nobody);
    expect(await failureOf(second.result)).toMatchObject({ cause: nobody });
  });

  it("are known before the run", () => {
    const gates = [
      { signal: "title", kind: "input", valueType: expect.anything() as unknown },
      { signal: "ok", kind: "approval" },
    ];
    expect(gatesOf(gated)).toEqual({ gates, areAll: true });
    expect(gatesOf(make)).toEqual({ gates: [], areAll: true });
    const made = dynamic({ name: "made", output: t.int() }, () => waitForInput("made", t.int()));
    expect(gatesOf(made)).toEqual({ gates: [], areAll: false });
  });

  it("may be answered before they are reached, by name and by path", async () => {
    const run = startLocal(gated, {}, { gates: "wait" });
    run.approve("n2");
    await run.setInput("title", "n=");
    expect(await run.result).toBe("n=3");
    expect((await eventsOf(run)).some(({ kind }) => kind === "node-failed")).toBe(false);
  });

  it("fail when their time is over, and leave nothing", async () => {
    const clock = virtualClock();
    const run = startLocal(gated, {}, { gates: "wait", clock, answers: { title: "n=" } });
    const error = await failureOf(run.result);
    expect(error.message).toContain(
      "[GATE_TIMED_OUT] The gate ok (node n2) got no answer within its timeout of 3600000 ms.",
    );
    expect(clock.timers).toBe(0);
    expect(run.pending()).toEqual([]);
    expect(() => run.approve("ok")).toThrow("because the run is over");
  });

  it("wait again as often as their retries allow", async () => {
    const wf = workflow({ name: "patient", output: t.int() }, () => approve(make(), "ok", { retries: 2 }));
    const clock = virtualClock();
    const run = startLocal(wf, {}, { gates: "wait", clock });
    expect(await failureOf(run.result)).toMatchObject({ code: "GATE_TIMED_OUT" });
    expect(clock.elapsed()).toBe(3 * 3_600_000);
    const events = (await eventsOf(run)).filter((event) => "node" in event && event.node === "n1");
    expect(events.map((event) => [event.kind, "attempt" in event && event.attempt])).toEqual(
      [0, 1, 2].flatMap((attempt) => [
        ["node-started", attempt],
        ["node-waiting", attempt],
        ["node-failed", attempt],
      ]),
    );

    const again = startLocal(wf, {}, { gates: "wait", clock });
    clock.after(1.5 * 3_600_000, () => again.approve("ok"));
    expect(await again.result).toBe(3);
    const refused = startLocal(wf, {}, { gates: { ok: false }, clock });
    expect(await failureOf(refused.result)).toMatchObject({ code: "GATE_REJECTED" });
    expect((await eventsOf(refused)).filter(({ kind }) => kind === "node-failed").length).toBe(1);
  });

  it("take no answer after their time", async () => {
    const clock = virtualClock();
    const wf = workflow(
      { name: "late", output: t.int(), failurePolicy: "fail-after-executable-nodes-complete" },
      () => {
        waitForInput("other", t.int(), { timeout: "5 hours" });
        return approve(make(), "ok");
      },
    );
    const run = startLocal(wf, {}, { gates: "wait", clock });
    for await (const event of run.events()) {
      if (event.kind === "node-failed") break;
    }
    expect(() => run.approve("ok")).toThrow(
      "[GATE_CLOSED] The gate ok of late takes no answer, because its time is over.",
    );
    run.cancel();
    await failureOf(run.result);
  });

  it("hold no slot", async () => {
    const wf = workflow({ name: "many.gates", output: t.int() }, () => {
      for (let i = 0; i < 8; i += 1) waitForInput(`gate${i}`, t.int());
      return make();
    });
    const run = startLocal(wf, {}, { gates: "wait", concurrency: 1 });
    for await (const event of run.events()) {
      if (event.kind === "node-succeeded" && event.entity === "make") break;
    }
    expect(run.pending().length).toBe(8);
    await Promise.all(run.pending().map(({ signal }, i) => run.setInput(signal, i)));
    expect(await run.result).toBe(3);
  });

  it("end when the run is cancelled", async () => {
    const clock = virtualClock(undefined, { auto: false });
    const run = startLocal(gated, {}, { gates: "wait", clock });
    await waits(run, 2);
    run.cancel("enough");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
    expect([run.pending(), clock.timers]).toEqual([[], 0]);
    await expect(run.setInput("title", "x")).rejects.toThrow("GATE_CLOSED");
  });

  it("are those of a dynamic too, once it has made them", async () => {
    const made = dynamic({ name: "made", output: t.int() }, () => waitForInput("inner", t.int()));
    const wf = workflow({ name: "outer", output: t.int() }, () => made());
    const run = startLocal(wf, {}, { gates: "wait" });
    expect(() => run.approve("inner")).toThrow("GATE_UNKNOWN");
    await waits(run);
    expect(run.pending()).toMatchObject([{ signal: "inner", node: "n0/dn0", type: "integer" }]);
    await run.setInput("n0/dn0", 8);
    expect(await run.result).toBe(8);
  });

  it("store the files that they are given", async () => {
    const read = task({ name: "read", inputs: { file: t.file() }, output: t.string() }, ({ file }) =>
      file.text(),
    );
    const wf = workflow({ name: "filed", output: t.string() }, () =>
      read({ file: waitForInput("file", t.file()) }),
    );
    const run = startLocal(wf, {}, { gates: "wait" });
    await expect(run.setInput("file", "/no/such/file")).rejects.toMatchObject({
      code: "GATE_ANSWER_INVALID",
    });
    await run.setInput("file", fileURLToPath(import.meta.url));
    expect(await run.result).toContain("store the files");
  });
});

describe("an answer that cannot be taken", () => {
  it.each<[string, (run: LocalRun<unknown>) => unknown, string]>([
    [
      "a wrong name",
      (run) => run.approve("okk"),
      "[GATE_UNKNOWN] gated has no gate okk: no gate that waits or is yet",
    ],
    ["a wrong name, with the one meant", (run) => run.approve("okk"), "Did you mean `ok`?"],
    ["a wrong path", (run) => run.approve("n1"), "GATE_UNKNOWN"],
    ["a path into nothing", (run) => run.approve("n2/n0"), "GATE_UNKNOWN"],
    [
      "no name",
      (run) => run.approve(3 as never),
      "The gate without a name cannot take this answer: its name is the number 3.",
    ],
    [
      "a text for an approval",
      (run) => run.approve("ok", "no" as never),
      "`approved` should be true or false, but was a string.",
    ],
    ["an approval of an input", (run) => run.approve("title"), "it waits for string, not for an approval."],
    ["a value for an approval", (run) => run.setInput("ok", 3), "it waits for an approval, not for a value."],
    [
      "a value of another type",
      (run) => run.setInput("title", 3),
      "title should be string, but was the number 3.",
    ],
    ["no value", (run) => run.setInput("title", undefined), "title (string) is missing."],
  ])("says why: %s", async (_, answer, message) => {
    const run = startLocal(gated, {}, { gates: "wait" });
    await expect((async () => answer(run))()).rejects.toThrow(message);
    // The gates are as before.
    run.approve("ok");
    await run.setInput("title", "=");
    expect(await run.result).toBe("=3");
  });

  it("says that the gate was answered, before it is reached and after", async () => {
    const run = startLocal(gated, {}, { gates: "wait" });
    run.approve("ok");
    expect(() => run.approve("ok")).toThrow(
      "[GATE_CLOSED] The gate ok of gated takes no answer, because it was answered already.",
    );
    await waits(run);
    const [first, second] = await Promise.allSettled([run.setInput("title", "a"), run.setInput("n0", "b")]);
    expect([first.status, second.status]).toEqual(["fulfilled", "rejected"]);
    expect(await run.result).toBe("a3");
    expect(() => run.approve("ok")).toThrow("because the run is over");
  });

  it("says that the run does not wait, or that the answer was given with it", async () => {
    const scripted = startLocal(gated, {}, { gates: { title: "", ok: true } });
    expect(() => scripted.approve("ok")).toThrow("the gates of this run do not wait");
    await scripted.result;
    const run = startLocal(gated, {}, { gates: "wait", answers: { ok: true } });
    expect(() => run.approve("ok")).toThrow("the option `answers` of the run has its answer");
    run.cancel();
    await failureOf(run.result);
  });

  it("is refused with the options if no gate has its name, unless a dynamic may", async () => {
    const answers = { titel: "n=", ok: true };
    expect((await failureOf(runLocal(gated, {}, { gates: "wait", answers }))).text).toContain(
      "there is no gate titel; perhaps title is meant",
    );
    const made = dynamic({ name: "made.later", output: t.int() }, () => waitForInput("later", t.int()));
    expect(await runLocal(made, {}, { gates: "wait", answers: { later: 3 } })).toBe(3);
  });

  it("is refused with the options", async () => {
    expect(await failureOf(runLocal(gated, {}, { gates: "wait", answers: { ok: "yes" } }))).toMatchObject({
      code: "GATES_INVALID",
    });
    expect(await failureOf(runLocal(gated, {}, { answers: { ok: true } }))).toMatchObject({
      code: "OPTION_INVALID",
    });
    expect(await failureOf(runLocal(gated, {}, { gates: "waits" as never }))).toMatchObject({
      code: "GATES_INVALID",
    });
  });
});

describe("gates of one name", () => {
  const inner = workflow({ name: "inner.same", output: t.int() }, () => approve(make(), "same"));
  const plan = launchPlan(inner);

  it("in one execution have one answer", async () => {
    const made = dynamic({ name: "made.same", output: t.int() }, () => approve(make(), "same"));
    const wf = workflow({ name: "one.signal", outputs: { a: t.int(), b: t.int() } }, () => ({
      a: approve(make(), "same"),
      b: made(),
    }));
    const run = startLocal(wf, {}, { gates: "wait" });
    run.approve("same");
    expect(await run.result).toEqual({ a: 3, b: 3 });
  });

  it("in executions of their own are answered by path", async () => {
    const wf = workflow({ name: "two.signals", outputs: { a: t.int(), b: t.int() } }, () => ({
      a: plan(),
      b: plan(),
    }));
    const run = startLocal(wf, {}, { gates: "wait" });
    await waits(run, 2);
    // In the order in which they began to wait.
    expect(() => run.approve("same")).toThrow(
      /It is not clear which gate same of two\.signals is meant: gates of several executions wait under this name, at (n0>n1, n1>n1|n1>n1, n0>n1)\.\n {2}hint: Answer by the path of the node/,
    );
    run.approve("n0>n1");
    run.approve("same");
    expect(await run.result).toEqual({ a: 3, b: 3 });
  });
});

describe("an answer after `cancel`", () => {
  it("is refused at once", async () => {
    const run = startLocal(gated, {}, { gates: "wait" });
    run.cancel("enough");
    expect(() => run.approve("ok")).toThrow("the run is over");
    expect(await failureOf(run.result)).toMatchObject({ code: "RUN_ABORTED" });
  });
});

describe("scripted answers", () => {
  it("come after their time", async () => {
    const clock = virtualClock();
    const start = clock.now();
    const gates = { title: answerAfter("1 hour", "n="), ok: answerAfter("30 min", true) };
    const run = startLocal(gated, {}, { gates, clock });
    expect(await run.result).toBe("n=3");
    expect(clock.now() - start).toBe(3_600_000);
    const late = { gates: { ...gates, ok: answerAfter("61 min", true) }, clock };
    expect(await failureOf(runLocal(gated, {}, late))).toMatchObject({ code: "GATE_TIMED_OUT" });
  });

  it("come in turn, and are checked before anything runs", async () => {
    const part = workflow({ name: "part", output: t.int() }, () => waitForInput("n", t.int()));
    const plan = launchPlan(part);
    const wf = workflow({ name: "in.turn", output: t.list(t.int()) }, () => {
      const first = plan();
      return [first, plan({}, { after: [first] })];
    });
    expect(await runLocal(wf, {}, { gates: { n: answersInTurn(5, 6, 7) } })).toEqual([5, 6]);
    expect((await failureOf(runLocal(wf, {}, { gates: { n: answersInTurn(5) } }))).text).toContain(
      "which has no more answers for it.",
    );
    expect(await failureOf(runLocal(wf, {}, { gates: { n: answersInTurn(5, "x") } }))).toMatchObject({
      code: "GATES_INVALID",
    });
  });
});

describe("a sleep", () => {
  const slept = workflow({ name: "slept", output: t.int() }, () =>
    make({}, { after: [sleep("3 days", { timeout: "4 days" })] }),
  );

  it("takes its time on the clock of the run, in events too", async () => {
    const clock = virtualClock(new Date(0));
    const run = startLocal(slept, {}, { clock });
    expect(await run.result).toBe(3);
    const events = await eventsOf(run);
    expect(events.at(-1)).toMatchObject({ kind: "run-succeeded", at: 259_200_000, duration: 259_200_000 });
    expect(events.find(({ kind }) => kind === "node-waiting")).toMatchObject({
      gate: { for: "time", since: 0, until: 259_200_000 },
      at: 0,
    });
  });

  it("fails if it is longer than the timeout of its node, as on a cluster", async () => {
    const wf = workflow({ name: "too.long", output: t.int() }, () => make({}, { after: [sleep("3 days")] }));
    expect((await failureOf(runLocal(wf, {}, { clock: virtualClock() }))).message).toContain(
      "[GATE_TIMED_OUT] The sleep sleep-gate (node n0) is longer than the timeout of its node, 3600000 ms.",
    );
    expect(await runLocal(wf)).toBe(3);
  });

  it("of exactly the timeout succeeds", async () => {
    const wf = workflow({ name: "exact", output: t.int() }, () => make({}, { after: [sleep("1 hour")] }));
    expect(await runLocal(wf, {}, { clock: virtualClock() })).toBe(3);
  });

  it("is real on the real clock", async () => {
    const wf = workflow({ name: "real", output: t.int() }, () => make({}, { after: [sleep(30)] }));
    const start = performance.now();
    await runLocal(wf, {}, { clock: "real" });
    expect(performance.now() - start).toBeGreaterThan(28);
  });
});
