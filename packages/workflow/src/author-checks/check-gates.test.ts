import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { approve, sleep, waitForInput } from "../gate/gates.js";
import { graphOf } from "../graph/graph.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { gateProblems } from "./check-gates.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const asked = workflow({ name: "asked", output }, () => waitForInput("n", t.int()));

function found(wf: AuthoredWorkflow): unknown[] {
  return gateProblems(graphOf(wf)).map(({ code, severity, nodeId }) => [code, severity, nodeId]);
}

describe("gateProblems", () => {
  it("finds nothing in gates with names of their own, nor in sleeps", () => {
    const wf = workflow({ name: "fine", inputs }, ({ x }) => {
      approve(x, "a");
      approve(x, "b");
      sleep("1 second");
      sleep("1 second");
    });
    expect(found(wf)).toEqual([]);
  });

  it("warns of a sub-workflow with a gate that is called twice", () => {
    const wf = workflow({ name: "twice" }, () => {
      asked();
      asked();
    });
    expect(found(wf)).toEqual([["GATE_NAME_TWICE", "warning", "n1"]]);
  });

  it("reports a gate for an int and one for a list of ints, however deep", () => {
    const middle = workflow({ name: "middle", output }, () => inc({ x: asked() }));
    const wf = workflow({ name: "deep" }, () => {
      middle();
      waitForInput("n", t.list(t.int()));
    });
    expect(found(wf)).toEqual([["GATE_NAME_TWICE", "error", "n1"]]);
    expect(found(middle)).toEqual([]);
  });

  it("says which gates, and which workflow a gate is in", () => {
    const wf = workflow({ name: "words" }, () => {
      waitForInput("n", t.string());
      asked();
    });
    const [problem] = gateProblems(graphOf(wf));
    expect(problem?.message).toBe(
      'Two gates of one execution of words are called "n": waitForInput("n") and one in asked. ' +
        "Flyte keeps one answer for a name, and these take different types.",
    );
  });

  it("takes an approval for a boolean", () => {
    const wf = workflow({ name: "booleans", inputs }, ({ x }) => {
      approve(x, "n");
      waitForInput("n", t.boolean());
    });
    expect(found(wf)).toEqual([["GATE_NAME_TWICE", "warning", "n1"]]);
  });

  it("looks into failure handlers, its own and those of sub-workflows", () => {
    const handler = workflow({ name: "handler" }, () => void waitForInput("n", t.string()));
    const own = workflow({ name: "own", onFailure: handler }, () => void asked());
    const guarded = workflow({ name: "guarded", onFailure: handler }, () => void inc({ x: 1 }));
    const around = workflow({ name: "around.guarded" }, () => {
      asked();
      guarded();
    });
    expect(found(own)).toEqual([["GATE_NAME_TWICE", "error", "fn0"]]);
    expect(found(around)).toEqual([["GATE_NAME_TWICE", "error", "n1"]]);
    expect(found(guarded)).toEqual([]);
  });

  it("leaves gates without a name to another check", () => {
    const wf = workflow({ name: "nameless" }, () => {
      waitForInput("", t.int());
      waitForInput("", t.string());
    });
    expect(found(wf)).toEqual([]);
  });

  it("lets a launch plan have gates of the same name: it has an execution of its own", () => {
    const wf = workflow({ name: "planned" }, () => {
      asked();
      launchPlan(asked, { name: "asked.plan" })();
    });
    expect(found(wf)).toEqual([]);
  });

  it("lets arms of one conditional share a name, but not an arm and what is around it", () => {
    const arms = (name: string, around: boolean) =>
      workflow({ name, inputs, output }, ({ x }) => {
        if (around) approve(x, "n");
        return conditional("which")
          .if(x.gt(1), () => waitForInput("n", t.int()))
          .else(() => waitForInput("n", t.int()));
      });
    expect(found(arms("arms", false))).toEqual([]);
    expect(found(arms("around", true))).toEqual([["GATE_NAME_TWICE", "error", "n1"]]);
  });
});
