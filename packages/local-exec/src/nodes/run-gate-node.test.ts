import {
  approve,
  conditional,
  launchPlan,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { failureOf, nodesOf } from "../../test/support/runs.js";
import { runLocal, startLocal } from "../entries/index.js";

const make = task({ name: "make", output: t.int() }, () => 3);
const use = task(
  { name: "use", inputs: { x: t.int(), title: t.string() }, output: t.string() },
  ({ x, title }) => `${title}${x}`,
);
const gated = workflow({ name: "gated", output: t.string() }, () => {
  const title = waitForInput("title", t.string());
  return use({ x: approve(make(), "ok"), title });
});

describe("gates", () => {
  it("give what the run says: a value, and what was approved", async () => {
    const run = startLocal(gated, {}, { gates: { title: "n=", ok: true } });
    expect(await run.result).toBe("n=3");
    expect(await nodesOf(run)).toEqual({
      n0: "succeeded",
      n1: "succeeded",
      n2: "succeeded",
      n3: "succeeded",
    });
  });

  it("fail what is not approved", async () => {
    const run = startLocal(gated, {}, { gates: { title: "n=", ok: false } });
    expect(await nodesOf(run)).toMatchObject({ n0: "succeeded", n1: "succeeded", n2: "failed" });
    const error = await failureOf(run.result);
    expect(error).toMatchObject({ code: "GATE_REJECTED", params: { gate: "ok", node: "n2" } });
    expect(error.text).toBe("The gate ok (node n2) was not approved.");
  });

  it("fail at once where the run says nothing about them", async () => {
    expect(await failureOf(runLocal(gated))).toMatchObject({
      code: "GATE_NOT_SCRIPTED",
      text: "The gate title (node n0) needs an answer from `gates` of the run, which is empty.",
    });
    const error = await failureOf(runLocal(gated, {}, { gates: { titel: "n=", ok: true } }));
    expect(error.text).toBe(
      "The gate title (node n0) needs an answer from `gates` of the run, which has only titel, ok.",
    );
  });

  it("do not have to be told of where they are not reached", async () => {
    const wf = workflow({ name: "maybe.gated", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
      conditional("c")
        .if(x.gt(0), () => waitForInput("much", t.int()))
        .else(() => make()),
    );
    expect(await runLocal(wf, { x: 0 })).toBe(3);
    expect(await runLocal(wf, { x: 1 }, { gates: { much: 8 } })).toBe(8);
    expect(await failureOf(runLocal(wf, { x: 1 }))).toMatchObject({
      params: { gate: "much", node: "n0/n0-n0" },
    });
  });

  it("take values of every type, none too", async () => {
    const when = new Date(5000);
    const wf = workflow(
      { name: "typed", outputs: { at: t.datetime(), list: t.list(t.int()), maybe: t.optional(t.int()) } },
      () => ({
        at: waitForInput("at", t.datetime()),
        list: waitForInput("list", t.list(t.int())),
        maybe: waitForInput("maybe", t.optional(t.int())),
      }),
    );
    expect(await runLocal(wf, {}, { gates: { at: when, list: [1, 2], maybe: undefined } })).toEqual({
      at: when,
      list: [1, 2],
      maybe: undefined,
    });
  });

  it("are refused values of other types before anything runs, in plans and arms too", async () => {
    let ran = false;
    const note = task({ name: "note", output: t.int() }, () => Number((ran = true)));
    const inner = workflow({ name: "inner", output: t.int() }, () =>
      conditional("c")
        .if(note().gt(0), () => waitForInput("count", t.int()))
        .else(() => note()),
    );
    const plan = launchPlan(inner);
    const wf = workflow({ name: "wrong", output: t.list(t.int()) }, () => [approve(note(), "ok"), plan()]);
    const gates = { count: "many", ok: "yes", unknown: 1 };
    expect(() => startLocal(wf, {}, { gates })).toThrow("GATES_INVALID");
    expect(await failureOf(runLocal(wf, {}, { gates }))).toMatchObject({
      params: {
        problems: [
          "ok should be true or false, but was a string",
          "count should be integer, but was a string",
        ],
      },
    });
    expect(ran).toBe(false);
    expect(await failureOf(runLocal(wf, {}, { gates: [true] as never }))).toMatchObject({
      code: "GATES_INVALID",
    });
  });

  it("are told apart by what they wait for, where two have one name", async () => {
    const inner = workflow({ name: "other", output: t.string() }, () => waitForInput("same", t.string()));
    const wf = workflow({ name: "same.names", output: t.optional(t.string()) }, () => {
      const maybe = waitForInput("same", t.optional(t.string()));
      // An execution of its own: two gates of one execution could not have the same name and different types.
      launchPlan(inner)();
      return maybe;
    });
    expect(await runLocal(wf, {}, { gates: { same: "x" } })).toBe("x");
    expect(await failureOf(runLocal(wf, {}, { gates: { same: undefined } }))).toMatchObject({
      params: { problems: [expect.stringMatching(/^same \(string\) is missing|^same should be string/)] },
    });
  });

  it("do not wait for a time", async () => {
    const wf = workflow({ name: "sleeping", output: t.int() }, () => {
      const slept = sleep("1 hour");
      return make({}, { after: [slept] });
    });
    const run = startLocal(wf);
    expect(await run.result).toBe(3);
    expect(await nodesOf(run)).toEqual({ n0: "succeeded", n1: "succeeded" });
  });
});
