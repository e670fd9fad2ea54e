import { readFileSync } from "node:fs";
import { LaunchPlan } from "@flytekit-ts/models/admin";
import { TaskTemplate, WorkflowTemplate } from "@flytekit-ts/models/core";

/** A request that flyteadmin was given, and its answer. */
export interface AdminRow {
  readonly name: string;
  readonly call: "CreateTask" | "CreateLaunchPlan";
  readonly code: string;
  readonly details: string;
  readonly pb: string;
  /** Taken, although it never does what was meant. */
  readonly junk?: boolean;
  /** Refused for what only a server can know. */
  readonly server?: boolean;
}

interface Header {
  readonly workflows: readonly { readonly pb: string }[];
}

const [first = "", ...lines] = readFileSync(new URL("data/admin-vectors.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");

const bytes = (pb: string): Uint8Array => Buffer.from(pb, "base64");

/** What flyteadmin of Flyte 1.16.8 answered. */
export const adminRows = lines.map((line) => JSON.parse(line) as AdminRow);

const { workflows } = JSON.parse(first) as Header;
const byName = new Map(
  workflows
    .map(({ pb }) => WorkflowTemplate.decode(bytes(pb)))
    .map((workflow) => [workflow.id?.name, workflow]),
);

/** The task of a row. */
export function taskOf({ pb }: AdminRow): TaskTemplate {
  return TaskTemplate.decode(bytes(pb));
}

/** The launch plan of a row with its workflow; where it names none that there is, any will do. */
export function planOf({ pb }: AdminRow): {
  readonly launchPlan: LaunchPlan;
  readonly workflow: WorkflowTemplate;
} {
  const launchPlan = LaunchPlan.decode(bytes(pb));
  const workflow = byName.get(launchPlan.spec?.workflowId?.name) ?? byName.get("wf");
  if (workflow === undefined) throw new Error("no workflow");
  return { launchPlan, workflow };
}
