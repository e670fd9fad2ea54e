import { readFileSync } from "node:fs";
import {
  CompiledTask,
  Identifier,
  ParameterMap,
  VariableMap,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { type Called, type Compiled, compileWorkflow } from "./compile-workflow.js";

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
const vectors = readVectors(new URL("../../../data/compiler-vectors.jsonl", import.meta.url));
// Of these only the set of codes was recorded. The package of the checks has them.
const random = readVectors(
  new URL("../../../../../packages/workflow/test/verdicts/data/random-workflows.jsonl", import.meta.url),
);

describe("compileWorkflow", () => {
  it("has workflows to compile", () => expect([vectors.rows.length, random.rows.length]).toEqual([100, 500]));

  it.each(vectors.rows)("compiles as the engine's compiler does: $name", (vector) => {
    const compiled = compile(vector, vectors.called);
    const codes = "errors" in compiled ? compiled.errors.codes : [];
    expect(codes).toEqual(vector.codes);
    if ("errors" in compiled) return;
    const { template, connections } = compiled.closure.primary ?? {};
    expect(template?.nodes.map(({ id }) => id).toSorted()).toEqual(vector.compiled_node_ids);
    const edges = [...(connections?.downstream ?? [])].map(([from, { ids }]) => `${from}->${ids.join("+")}`);
    expect(edges.toSorted()).toEqual(vector.downstream.toSorted());
  });

  it("finds in random workflows what the engine's compiler finds", () => {
    const wrong = random.rows.filter((row) => {
      const compiled = compile(row, random.called);
      const codes = new Set("errors" in compiled ? compiled.errors.codes : []);
      return [...codes].join() !== row.codes.join();
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("leaves what it is given as it is", () => {
    const template = WorkflowTemplate.decode(bytes(vectors.rows[0]?.workflow_template_b64 ?? ""));
    const before = WorkflowTemplate.encode(template).finish();
    compileWorkflow({ template, subWorkflows: [] }, vectors.called);
    expect(WorkflowTemplate.encode(template).finish()).toEqual(before);
  });
});

function readVectors(file: URL): { readonly called: Called; readonly rows: readonly Vector[] } {
  const [header, ...rows] = readFileSync(file, "utf8")
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
  return { called, rows };
}

function compile(vector: Vector, called: Called): Compiled {
  const subWorkflows = (vector.sub_workflows_b64 ?? []).map((each) => WorkflowTemplate.decode(bytes(each)));
  return compileWorkflow(
    { template: WorkflowTemplate.decode(bytes(vector.workflow_template_b64)), subWorkflows },
    called,
  );
}
