import { conditional, launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import { compile } from "@flytekit-ts/workflow/compile";
import { describe, expect, it } from "vitest";
import { patient } from "./patient.js";

const one = { inputs: { x: t.int() }, output: t.int() };
const inc = task({ name: "inc", ...one }, ({ x }) => x + 1);
const leaf = workflow({ name: "leaf", ...one }, ({ x }) => inc({ x }));
const plan = launchPlan(leaf, { name: "leaf.plan" });
const inner = workflow({ name: "inner", ...one }, ({ x }) => plan({ x }));
const outer = workflow({ name: "outer", ...one, onFailure: inner }, ({ x }) => {
  const a = leaf({ x: inner({ x }) });
  return conditional("c")
    .if(a.gt(0), () => plan({ x }))
    .else(() => inner({ x }));
});

describe("patient", () => {
  it("changes the policy of a workflow and of all that it starts, and nothing else", () => {
    const before = compile(outer);
    const after = compile(patient(outer as never));
    expect([...after.parts.keys()]).toEqual([...before.parts.keys()]);
    expect(after.template.metadata?.onFailure).not.toBe(before.template.metadata?.onFailure);
    for (const [name, { template, workflow: part }] of after.parts) {
      expect(part.settings.failurePolicy).toBe("fail-after-executable-nodes-complete");
      const old = before.parts.get(name)?.template;
      expect(template).toEqual({ ...old, metadata: template.metadata });
    }
  });

  it("leaves the workflow as it is", () => {
    patient(outer as never);
    expect(outer.settings.failurePolicy).toBe("fail-immediately");
    expect(compile(outer).template.metadata?.onFailure).toBe(0);
  });
});
