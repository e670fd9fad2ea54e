import type { Columns } from "../query/columns.js";

/** Fields that every list of entities can be filtered and sorted by. */
interface EntityFields {
  readonly name: string;
  readonly version: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Fields of tasks in lists. */
export interface TaskFields extends EntityFields {
  /** The task's type: `python-task`. */
  readonly type: string;
  readonly shortDescription: string;
}

/** Fields of workflows in lists. */
export interface WorkflowFields extends EntityFields {
  readonly shortDescription: string;
}

/** Fields of launch plans in lists. */
export interface LaunchPlanFields extends EntityFields {
  readonly state: "active" | "inactive";
  readonly scheduleType: "NONE" | "CRON" | "RATE";
}

/** Fields of the names of entities in lists. */
export interface NamedEntityFields {
  readonly name: string;
  readonly state: "active" | "archived" | "system-generated";
}

/** Fields of the documentation of entities in lists. */
export interface DescriptionFields {
  readonly version: string;
  readonly createdAt: Date;
}

/** Fields of projects in lists. */
export interface ProjectFields {
  readonly id: string;
  readonly name: string;
  readonly state: "active" | "archived";
  readonly createdAt: Date;
}

const ENTITY: Columns<EntityFields> = {
  name: { column: "name" },
  version: { column: "version" },
  createdAt: { column: "created_at" },
  updatedAt: { column: "updated_at" },
};

/** The columns of each list. */
export const COLUMNS: {
  readonly task: Columns<TaskFields>;
  readonly workflow: Columns<WorkflowFields>;
  readonly launchPlan: Columns<LaunchPlanFields>;
  readonly namedEntity: Columns<NamedEntityFields>;
  readonly description: Columns<DescriptionFields>;
  readonly project: Columns<ProjectFields>;
} = {
  task: { ...ENTITY, type: { column: "type" }, shortDescription: { column: "short_description" } },
  workflow: { ...ENTITY, shortDescription: { column: "short_description" } },
  launchPlan: {
    ...ENTITY,
    state: { column: "state", words: { inactive: 0, active: 1 } },
    scheduleType: { column: "schedule_type" },
  },
  namedEntity: {
    name: { column: "name" },
    state: { column: "state", words: { active: 0, archived: 1, "system-generated": 2 } },
  },
  description: { version: { column: "version" }, createdAt: { column: "created_at" } },
  project: {
    id: { column: "identifier" },
    name: { column: "name" },
    state: { column: "state", words: { active: 0, archived: 1 } },
    createdAt: { column: "created_at" },
  },
};
