import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import type { Refusal } from "../serving/refusal.js";
import type { State, TableOf } from "../state/state.js";
import type { Numbered } from "../state/table.js";
import { entityMissing } from "./checks/identifiers.js";
import {
  type EntityRow,
  entityKey,
  type LaunchPlanRow,
  launchPlans,
  type TaskRow,
  tasks,
  type WorkflowRow,
  workflows,
} from "./tables.js";

const NO_ID: Identifier = {
  resourceType: ResourceType.UNSPECIFIED,
  project: "",
  domain: "",
  name: "",
  version: "",
  org: "",
};

/** A task by its id. Empty parts of an id fit any, as the database is asked without them: the first row is taken. */
export function findTask(state: State, id: Identifier | undefined): TaskRow & Numbered {
  return find(state, tasks, id ?? NO_ID) ?? fail(entityMissing(ResourceType.TASK, id ?? NO_ID));
}

/** A workflow by its id, like `findTask`. */
export function findWorkflow(state: State, id: Identifier | undefined): WorkflowRow & Numbered {
  return find(state, workflows, id ?? NO_ID) ?? fail(entityMissing(ResourceType.WORKFLOW, id ?? NO_ID));
}

/** A launch plan by its id, like `findTask`. */
export function findLaunchPlan(state: State, id: Identifier | undefined): LaunchPlanRow & Numbered {
  return find(state, launchPlans, id ?? NO_ID) ?? fail(entityMissing(ResourceType.LAUNCH_PLAN, id ?? NO_ID));
}

/** The active version of a launch plan, if there is one. */
export function activeLaunchPlan(
  state: State,
  id: Pick<Identifier, "project" | "domain" | "name">,
): (LaunchPlanRow & Numbered) | undefined {
  return state
    .table(launchPlans)
    .rows()
    .find(
      (row) =>
        row.isActive &&
        row.id.project === id.project &&
        row.id.domain === id.domain &&
        row.id.name === id.name,
    );
}

function find<R extends EntityRow>(
  state: State,
  table: TableOf<R>,
  id: Identifier,
): (R & Numbered) | undefined {
  const parts = (["project", "domain", "name", "version"] as const).filter((part) => id[part] !== "");
  if (parts.length === 4) return state.table(table).get(entityKey(id));
  return state
    .table(table)
    .rows()
    .find((row) => parts.every((part) => row.id[part] === id[part]));
}

function fail(refusal: Refusal): never {
  throw refusal;
}
