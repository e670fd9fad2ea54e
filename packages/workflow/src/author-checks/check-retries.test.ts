import { type CallOptions, containerTask, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { dynamic } from "../dynamic/dynamic.js";
import { workflow } from "../function/workflow.js";
import { sleep } from "../gate/gates.js";
import { graphOf } from "../graph/graph.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceLaunchPlan, referenceTask } from "../reference/references.js";
import { retryProblems } from "./check-retries.js";

const x = { inputs: { x: t.int() }, output: t.int() };
const same = ({ x }: { readonly x: number }): number => x;
const plain = task({ name: "plain", ...x }, same);
const tried = task({ name: "tried", ...x, retries: 2 }, same);
const choosy = task({ name: "choosy", ...x, retry: { on: [RangeError] } }, same);
const timed = task({ name: "timed", ...x, timeout: 1000 }, same);
const grow = dynamic({ name: "grow", ...x }, ({ x }) => plain({ x }));
const box = containerTask({ name: "box", ...x, image: "i", command: ["x"] });
const child = workflow({ name: "child", ...x }, ({ x }) => plain({ x }));
const plan = launchPlan(child, { name: "plan" });
const id = { project: "p", domain: "d", version: "v", name: "far" };
const farTask = referenceTask({ ...id, ...x });
const farPlan = referenceLaunchPlan({ ...id, ...x });

type Called = (inputs: { readonly x: number }, options: CallOptions) => unknown;

function problems(...calls: readonly (readonly [unknown, CallOptions])[]): readonly string[] {
  const wf = workflow({ name: "wf" }, () => {
    for (const [callee, options] of calls) (callee as Called)({ x: 1 }, options);
  });
  return retryProblems(graphOf(wf)).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
}

describe("retryProblems", () => {
  it.each<[string, unknown, string]>([
    ["a task", plain, "The call of plain asks for 3 retries, but no error of task plain is tried again"],
    ["a dynamic", grow, "The call of grow asks for 3 retries, but no error of task grow is tried again"],
    [
      "a sub-workflow",
      child,
      "The call of child asks for 3 retries and has no timeout, but the failure of a workflow is final.",
    ],
    [
      "a launch plan",
      plan,
      "The call of plan asks for 3 retries and has no timeout, but the failure of a launch plan is final.",
    ],
    ["a plan of elsewhere", farPlan, "has no timeout, but the failure of a launch plan is final."],
  ])("warns of retries of %s that never apply", (_what, callee, text) => {
    expect(problems([callee, { retries: 3 }])).toEqual([
      expect.stringContaining("warning RETRIES_NEVER_APPLY: ") as string,
    ]);
    expect(problems([callee, { retries: 3 }])[0]).toContain(text);
    expect(problems([callee, {}], [callee, { retries: 0 }])).toEqual([]);
    // An attempt that takes too long is tried again.
    expect(problems([callee, { retries: 3, timeout: 1000 }])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["has retries", tried],
    ["says which errors", choosy],
    ["has a timeout", timed],
    ["runs a program", box],
    ["is declared elsewhere", farTask],
  ])("does not warn where the task %s", (_what, callee) => {
    expect(problems([callee, { retries: 3 }])).toEqual([]);
  });

  it("warns where the call takes the timeout away", () => {
    expect(problems([timed, { retries: 3, timeout: 0 }])).toHaveLength(1);
  });

  it("looks at what a map runs for each item", () => {
    const wf = workflow({ name: "wf" }, () => {
      mapTask(plain)({ x: [1] }, { retries: 1 }); // of a task
      mapTask(tried)({ x: [1] }, { retries: 1 });
      mapTask(plan)({ x: [1] }, { retries: 1 });
      mapTask(farTask)({ x: [1] }, { retries: 1 });
    });
    const found = retryProblems(graphOf(wf));
    expect(found.map(({ nodeId }) => nodeId)).toEqual(["n0", "n2"]);
    expect(found[0]?.location?.line).toBe(lineOf(import.meta.url, "of a task"));
    expect(found[0]?.message).toContain("asks for 1 retry, but no error of task plain");
    expect(found[1]?.message).toContain("the failure of a launch plan is final");
  });

  it("looks into arms and at failure handlers", () => {
    const handler = workflow({ name: "handler", ...x }, ({ x }) => plain({ x }, { retries: 1 }));
    const wf = workflow({ name: "wf", inputs: { n: t.int() } }, ({ n }) => {
      conditional("c")
        .if(n.gt(1), () => plain({ x: n }, { retries: 1 }))
        .else(() => handler({ x: 1 }));
    });
    expect(retryProblems(graphOf(wf)).map(({ nodeId }) => nodeId)).toEqual(["n0-n0"]);
  });

  it("knows that a gate has a timeout", () => {
    const wf = workflow({ name: "wf" }, () => void sleep(1000, { retries: 1 }));
    expect(retryProblems(graphOf(wf))).toEqual([]);
  });

  it("warns once of a task that says which errors, where nothing says how often", () => {
    expect(problems([choosy, {}], [choosy, {}])).toEqual([
      "warning RETRIES_NEVER_APPLY: The task choosy says with `retry.on` which errors are tried again, but neither it nor the call of choosy has `retries`.",
    ]);
    expect(problems([choosy, {}], [choosy, { retries: 1 }])).toEqual([]);
  });

  it("warns of a call that would take the retries of a task away", () => {
    expect(problems([tried, { retries: 0 }], [mapTask(tried), { retries: 0 }])[0]).toBe(
      "warning RETRIES_OVERRIDE_IGNORED: The call of tried sets `retries: 0`, which Flyte 1.16 takes for nothing said: it allows the 2 retries of the task.",
    );
  });
});
