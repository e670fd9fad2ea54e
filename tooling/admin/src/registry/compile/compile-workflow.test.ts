import { readFileSync } from "node:fs";
import {
  CompiledTask,
  Identifier,
  ParameterMap,
  VariableMap,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { compileWorkflow } from "./compile-workflow.js";

interface Header {
  readonly compiled_tasks_b64: readonly string[];
  readonly launch_plans: readonly Record<"id_b64" | "expected_inputs_b64" | "expected_outputs_b64", string>[];
}

interface Vector {
  readonly name: string;
  readonly verdict: string;
  readonly codes: readonly string[];
  readonly compiled_node_ids: readonly string[];
  readonly downstream: readonly string[];
  readonly workflow_template_b64: string;
  readonly sub_workflows_b64?: readonly string[] | null;
}

const bytes = (base64: string) => Buffer.from(base64, "base64");
const file = new URL("../../../data/compiler-vectors.jsonl", import.meta.url);
const [header, ...vectors] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as unknown) as [Header, ...Vector[]];
const called = {
  tasks: header.compiled_tasks_b64.flatMap((each) => CompiledTask.decode(bytes(each)).template ?? []),
  launchPlans: header.launch_plans.map((each) => ({
    id: Identifier.decode(bytes(each.id_b64)),
    expectedInputs: ParameterMap.decode(bytes(each.expected_inputs_b64)),
    expectedOutputs: VariableMap.decode(bytes(each.expected_outputs_b64)),
  })),
};

describe("compileWorkflow", () => {
  it("has workflows to compile", () => expect(vectors.length).toBeGreaterThanOrEqual(100));

  it.each(vectors)("compiles as the engine's compiler does: $name", (vector) => {
    const compiled = compileWorkflow(
      {
        template: WorkflowTemplate.decode(bytes(vector.workflow_template_b64)),
        subWorkflows: (vector.sub_workflows_b64 ?? []).map((each) => WorkflowTemplate.decode(bytes(each))),
      },
      called,
    );
    const codes = "errors" in compiled ? compiled.errors.codes : [];
    expect(codes).toEqual(vector.codes);
    if ("errors" in compiled) return;
    const { template, connections } = compiled.closure.primary ?? {};
    expect(template?.nodes.map(({ id }) => id).toSorted()).toEqual(vector.compiled_node_ids);
    const edges = [...(connections?.downstream ?? [])].map(([from, { ids }]) => `${from}->${ids.join("+")}`);
    expect(edges.toSorted()).toEqual(vector.downstream.toSorted());
  });
});
