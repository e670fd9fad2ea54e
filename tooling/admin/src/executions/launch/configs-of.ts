import type { WorkflowExecutionConfig } from "@flytekit-ts/models/admin";
import { attributes } from "../../registry/tables.js";
import type { State } from "../../state/state.js";

/** Where an execution runs, and of which workflow. */
export interface Scope {
  readonly state: State;
  readonly project: string;
  readonly domain: string;
  readonly workflow: string;
}

/** What attributes say of how executions run: the closest one, then that of the whole project. */
export function configsOf({ state, project, domain, workflow }: Scope): readonly WorkflowExecutionConfig[] {
  const rows = state
    .table(attributes)
    .rows()
    .filter((row) => row.attributes.target?.$case === "workflowExecutionConfig" && row.project === project);
  const closest = rows
    .filter((row) => ["", domain].includes(row.domain) && ["", workflow].includes(row.workflow))
    .toSorted((one, other) => weight(other) - weight(one));
  const ofProject = rows.filter((row) => row.domain === "" && row.workflow === "");
  return [...closest.slice(0, 1), ...ofProject].flatMap(({ attributes: { target } }) =>
    target?.$case === "workflowExecutionConfig" ? [target.value] : [],
  );
}

function weight({ domain, workflow }: { readonly domain: string; readonly workflow: string }): number {
  return (domain === "" ? 0 : 1) + (workflow === "" ? 0 : 2);
}
