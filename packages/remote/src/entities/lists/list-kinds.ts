import { PAGE_OPTIONS, type ListKind, type SortBy } from "../query/page-request.js";
import {
  COLUMNS,
  type DescriptionFields,
  type LaunchPlanFields,
  type NamedEntityFields,
  type ProjectFields,
  type TaskFields,
  type WorkflowFields,
} from "./columns.js";

const NEWEST: SortBy = { key: "created_at", direction: 0 };
const BY_NAME: SortBy = { key: "name", direction: 1 };
const OF_ENTITIES: ReadonlySet<string> = new Set(["project", "domain", "name", ...PAGE_OPTIONS]);

/** What each list takes, and how it is sorted by default. */
export const LISTS: {
  readonly tasks: ListKind<TaskFields>;
  readonly workflows: ListKind<WorkflowFields>;
  readonly launchPlans: ListKind<LaunchPlanFields>;
  readonly activeLaunchPlans: ListKind<LaunchPlanFields>;
  readonly namedEntities: ListKind<NamedEntityFields>;
  readonly descriptions: ListKind<DescriptionFields>;
  readonly projects: ListKind<ProjectFields>;
} = {
  tasks: { at: "remote.tasks", options: OF_ENTITIES, columns: COLUMNS.task, sortBy: NEWEST },
  workflows: { at: "remote.workflows", options: OF_ENTITIES, columns: COLUMNS.workflow, sortBy: NEWEST },
  launchPlans: {
    at: "remote.launchPlans",
    options: OF_ENTITIES,
    columns: COLUMNS.launchPlan,
    sortBy: NEWEST,
  },
  activeLaunchPlans: {
    at: "remote.activeLaunchPlans",
    options: new Set(["project", "domain", ...PAGE_OPTIONS]),
    columns: COLUMNS.launchPlan,
    sortBy: BY_NAME,
  },
  namedEntities: {
    at: "remote.namedEntities",
    options: new Set(["kind", "project", "domain", ...PAGE_OPTIONS]),
    columns: COLUMNS.namedEntity,
    sortBy: BY_NAME,
  },
  descriptions: {
    at: "remote.descriptions",
    options: new Set(["kind", ...OF_ENTITIES]),
    columns: COLUMNS.description,
    sortBy: NEWEST,
  },
  projects: {
    at: "remote.projects",
    options: new Set(PAGE_OPTIONS),
    columns: COLUMNS.project,
    sortBy: { key: "identifier", direction: 1 },
  },
};
