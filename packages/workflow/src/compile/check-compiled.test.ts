import { t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { conditional } from "../conditional/conditional.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceLaunchPlan, referenceTask } from "../reference/references.js";
import type { AuthoredWorkflow } from "../trace/workflow-entity.js";
import { checkCompiled } from "./check-compiled.js";
import { compile } from "./compile.js";
import type { CompiledWorkflow } from "./compiled-workflow.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const ID = { project: "o", domain: "d", version: "1" };
const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const inner = workflow({ name: "inner", inputs, output }, ({ x }) => inc({ x })); // inner
const elsewhere = referenceTask({ ...ID, name: "far.task", inputs, output });
const plan = referenceLaunchPlan({ ...ID, name: "far.plan", inputs, output });

const line = (marker: string): number => lineOf(import.meta.url, marker);

/** What is told of a workflow whose message was changed after it had been lowered. */
function told(wf: AuthoredWorkflow, change: (compiled: CompiledWorkflow) => void = () => {}): unknown[] {
  const compiled = compile(wf, SETTINGS, { allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] });
  change(compiled);
  return checkCompiled([compiled], compiled.entities, SETTINGS).map(({ code, message, location }) => [
    code,
    message,
    location?.line,
  ]);
}

describe("checkCompiled", () => {
  it("finds nothing in messages as they are lowered, whatever nodes are of", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const items = mapTask(inc)({ x: [x, 1] });
      inner({ x: elsewhere({ x }) });
      launchPlan(inner, { name: "own.plan" })({ x: plan({ x }) });
      conditional("c")
        .if(x.gt(1), () => inc({ x: inc({ x }) }))
        .else(() => elsewhere({ x }));
      inc({ x }, { after: [items] });
      return inc({ x });
    });
    expect(told(wf)).toEqual([]);
  });

  it("tells of nodes in the words of their author, at the line of the call", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const first = inc({ x }); // first call
      return inner({ x: first }); // second call
    });
    const unbound = ({ template }: CompiledWorkflow): void => void template.nodes[1]?.inputs.splice(0);
    expect(told(wf, unbound)).toEqual([
      [
        "INPUT_MISSING",
        "inner needs the input x (integer), but the call does not give it.",
        line("second call"),
      ],
    ]);
    const renamed = ({ template }: CompiledWorkflow): void => {
      const binding = template.nodes[1]?.inputs[0]?.binding?.value;
      if (binding?.$case === "promise") binding.value.var = "other";
    };
    expect(told(wf, renamed)).toMatchObject([
      ["OUTPUT_NOT_FOUND", expect.stringContaining("inc"), line("second call")],
    ]);
  });

  it("tells of outputs and conditionals as their author writes them", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const first = inc({ x });
      conditional("size") // the conditional
        .if(first.gt(1), () => inc({ x }))
        .else(() => inc({ x }));
      return inner({ x: first }); // taken apart
    });
    const indexed = ({ template }: CompiledWorkflow): void => {
      const binding = template.nodes[2]?.inputs[0]?.binding?.value;
      if (binding?.$case === "promise")
        binding.value.attrPath.push({ value: { $case: "intValue", value: 3 } });
    };
    const message = "inner.x takes the part inc(...)[3], but the value has no [3] there.";
    expect(told(wf, indexed)).toEqual([["ATTRIBUTE_NOT_FOUND", message, line("taken apart")]]);
    const unasked = ({ template }: CompiledWorkflow): void => {
      const target = template.nodes[1]?.target;
      if (target?.$case === "branchNode" && target.value.ifElse?.case !== undefined)
        target.value.ifElse.case.condition = undefined;
    };
    expect(told(wf, unasked)).toEqual([
      ["MESSAGE_INCOMPLETE", "conditional size lacks a condition.", line("the conditional")],
    ]);
  });

  it("tells of what is in sub-workflows at their lines, and of a workflow at its own", () => {
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => inner({ x }));
    const emptied = (compiled: CompiledWorkflow): void => void compiled.template.nodes.splice(0);
    expect(told(inner, emptied)).toMatchObject([["WORKFLOW_EMPTY", expect.anything(), line("inner")]]);
    const inside = ({ subWorkflows }: CompiledWorkflow): void =>
      void subWorkflows[0]?.template.nodes[0]?.inputs.splice(0);
    expect(told(outer, inside)).toMatchObject([
      ["INPUT_MISSING", expect.stringMatching(/^inc /), line("inner")],
    ]);
  });

  it("knows what a failure handler is called with, and where it was declared", () => {
    const handler = task({ name: "handler", inputs }, () => {});
    const wf = workflow({ name: "wf", inputs, onFailure: handler }, ({ x }) => void inc({ x })); // guarded
    const unbound = ({ template }: CompiledWorkflow): void => void template.failureNode?.inputs.splice(0);
    expect(told(wf, unbound)).toMatchObject([
      ["INPUT_MISSING", expect.stringMatching(/^handler /), line("guarded")],
    ]);
  });

  it("says nothing of types where something other than a task is mapped: the refusal of the map was told", () => {
    const wf = workflow({ name: "wf", outputs: { xs: t.list(t.int()) } }, () => ({
      xs: mapTask(inner)({ x: [1, 2] }),
    }));
    expect(told(wf)).toEqual([]);
  });

  it("tells all else there, and what is wrong with types in the workflows beside it", () => {
    const mapping = workflow({ name: "mapping", inputs, outputs: { xs: t.list(t.int()) } }, ({ x }) => {
      inc({ x }); // beside the map
      return { xs: mapTask(inner)({ x: [1, 2] }) };
    });
    const unbound = ({ template }: CompiledWorkflow): void => void template.nodes[0]?.inputs.splice(0);
    expect(told(mapping, unbound)).toMatchObject([
      ["INPUT_MISSING", expect.anything(), line("beside the map")],
    ]);
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => {
      const first = inc({ x }, { after: [mapping({ x })] });
      return inc({ x: first }); // takes an int
    });
    const mistyped = ({ template }: CompiledWorkflow): void => {
      const value = template.nodes[2]?.inputs[0]?.binding;
      if (value !== undefined) value.value = { $case: "collection", value: { bindings: [] } };
    };
    expect(told(wf, mistyped)).toMatchObject([
      ["BINDING_TYPE_MISMATCH", expect.anything(), line("takes an int")],
    ]);
  });

  it("leaves settings to those who are given them", () => {
    const wf = workflow({ name: "wf", inputs, output }, ({ x }) => inc({ x }));
    const strange = ({ template: { id } }: CompiledWorkflow): void => {
      if (id !== undefined) id.version = "a/b";
    };
    expect(told(wf, strange)).toEqual([]);
  });
});
