import { readFileSync } from "node:fs";
import {
  CompiledTask,
  Identifier,
  ParameterMap,
  VariableMap,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { Called, WorkflowSource } from "../../src/registry/compile/compile-workflow.js";

interface Header {
  readonly compiled_tasks_b64: readonly string[];
  readonly launch_plans: readonly Record<"id_b64" | "expected_inputs_b64" | "expected_outputs_b64", string>[];
}

/** A workflow, and what the engine's compiler made of it. */
export interface CompilerVector {
  readonly name: string;
  readonly verdict: string;
  readonly codes: readonly string[];
  readonly compiled_node_ids: readonly string[];
  readonly downstream: readonly string[];
  readonly workflow_template_b64: string;
  readonly sub_workflows_b64?: readonly string[] | null;
}

const bytes = (base64: string) => Buffer.from(base64, "base64");
/** Workflows of a file, and what they call. */
export interface CompilerVectors {
  readonly called: Called;
  readonly vectors: readonly CompilerVector[];
}

/** A file of workflows: first what all may call, then a workflow in each line. */
export function readVectors(file: URL): CompilerVectors {
  const [header, ...vectors] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown) as [Header, ...CompilerVector[]];
  return {
    vectors,
    called: {
      tasks: header.compiled_tasks_b64.flatMap((each) => CompiledTask.decode(bytes(each)).template ?? []),
      launchPlans: header.launch_plans.map((each) => ({
        id: Identifier.decode(bytes(each.id_b64)),
        expectedInputs: ParameterMap.decode(bytes(each.expected_inputs_b64)),
        expectedOutputs: VariableMap.decode(bytes(each.expected_outputs_b64)),
      })),
    },
  };
}

/** The workflows that are compared in all that is recorded of them, and what they call. */
export const { called, vectors } = readVectors(new URL("../../data/compiler-vectors.jsonl", import.meta.url));

/** A workflow as it is sent to be compiled. */
export function sourceOf(vector: CompilerVector): WorkflowSource {
  return {
    template: WorkflowTemplate.decode(bytes(vector.workflow_template_b64)),
    subWorkflows: (vector.sub_workflows_b64 ?? []).map((each) => WorkflowTemplate.decode(bytes(each))),
  };
}
