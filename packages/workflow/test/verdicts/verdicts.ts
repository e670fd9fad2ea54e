import { readFileSync } from "node:fs";
import {
  CompiledTask,
  Identifier,
  ParameterMap,
  type TaskTemplate,
  VariableMap,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { LaunchPlanInterface, WorkflowToCheck } from "@flytekit-ts/workflow/checks";

/** A workflow with what Flyte's own compiler said of it. */
export interface Verdict {
  readonly name: string;
  readonly given: WorkflowToCheck;
  readonly isRefused: boolean;
  readonly codes: ReadonlySet<string>;
}

interface Header {
  readonly compiled_tasks_b64: readonly string[];
  readonly launch_plans: readonly {
    readonly id_b64: string;
    readonly expected_inputs_b64: string;
    readonly expected_outputs_b64: string;
  }[];
}

interface Row {
  readonly name: string;
  readonly verdict: "accept" | "reject";
  readonly codes: readonly string[];
  readonly workflow_template_b64: string;
  readonly sub_workflows_b64: readonly string[] | null;
}

/** The verdicts of one file in `data`: first what all rows may call, then a workflow in each row. */
export function readVerdicts(file: string): readonly Verdict[] {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), "utf8");
  const [header = "", ...rows] = text.trimEnd().split("\n");
  const callable = readHeader(JSON.parse(header) as Header);
  return rows.map((line) => {
    const row = JSON.parse(line) as Row;
    const subWorkflows = (row.sub_workflows_b64 ?? []).map((pb) => WorkflowTemplate.decode(bytes(pb)));
    const template = WorkflowTemplate.decode(bytes(row.workflow_template_b64));
    return {
      name: row.name,
      given: { template, subWorkflows, ...callable },
      isRefused: row.verdict === "reject",
      codes: new Set(row.codes),
    };
  });
}

function readHeader(header: Header): {
  readonly tasks: readonly TaskTemplate[];
  readonly launchPlans: readonly LaunchPlanInterface[];
} {
  return {
    tasks: header.compiled_tasks_b64.flatMap((pb) => CompiledTask.decode(bytes(pb)).template ?? []),
    launchPlans: header.launch_plans.map((plan) => ({
      id: Identifier.decode(bytes(plan.id_b64)),
      expectedInputs: ParameterMap.decode(bytes(plan.expected_inputs_b64)),
      expectedOutputs: VariableMap.decode(bytes(plan.expected_outputs_b64)),
    })),
  };
}

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, "base64"));
}
