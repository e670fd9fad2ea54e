import type { Listing, RegisteredLaunchPlan, RegisteredTask, RegisteredWorkflow } from "@flytekit-ts/remote";
import type { Project } from "@flytekit-ts/models/admin";
import type { JsonValue } from "../../command/output.js";
import { timeText } from "../times.js";
import type { FieldKind, ListColumn, ListKind, ListQuestion } from "./list-kind.js";

type Registered = RegisteredTask | RegisteredWorkflow | RegisteredLaunchPlan;

const FIELDS = { name: "text", version: "text", createdAt: "time", updatedAt: "time" } as const;

const COLUMNS = {
  name: { title: "NAME", of: ({ id }: Registered) => id.name, gives: 1 },
  version: { title: "VERSION", of: ({ id }: Registered) => id.version, gives: 2 },
} satisfies { readonly [name: string]: ListColumn<Registered> };

const CREATED = { title: "CREATED", of: ({ createdAt }: Registered) => timeText(createdAt) };

function jsonOf(each: Registered): { readonly [key: string]: JsonValue | undefined } {
  const { project, domain, name, version } = each.id;
  return { kind: each.kind, project, domain, name, version, createdAt: each.createdAt?.toISOString() };
}

function entities<T extends Registered>(
  words: string,
  more: {
    readonly fields: { readonly [field: string]: FieldKind };
    readonly columns: { readonly [name: string]: ListColumn<T> };
    readonly list: ListKind<T>["list"];
    readonly toJson: ListKind<T>["toJson"];
  },
): ListKind<T> {
  return {
    command: `tsflyte get ${words.replace(" ", "")}`,
    words,
    fields: { ...FIELDS, ...more.fields },
    columns: { ...COLUMNS, ...more.columns, created: CREATED },
    list: more.list,
    toJson: (item) => ({ ...jsonOf(item), ...more.toJson(item) }),
  };
}

// The fields of a question were checked by their names, which TypeScript cannot see.
const typed = <Q>(question: ListQuestion): Q => question as Q;

/** Tasks of a cluster. */
export const tasks: ListKind<RegisteredTask> = entities("tasks", {
  fields: { type: "text", shortDescription: "text" },
  columns: {
    type: { title: "TYPE", of: ({ closure }) => typeOf(closure), gives: 3 },
    description: {
      title: "DESCRIPTION",
      of: ({ shortDescription }) => shortDescription,
      gives: 4,
      isExtra: true,
    },
  },
  list: (remote, question): Listing<RegisteredTask> => remote.tasks(typed(question)),
  toJson: ({ closure, shortDescription }) => ({ type: typeOf(closure), shortDescription }),
});

/** Workflows of a cluster. */
export const workflows: ListKind<RegisteredWorkflow> = entities("workflows", {
  fields: { shortDescription: "text" },
  columns: {
    description: {
      title: "DESCRIPTION",
      of: ({ shortDescription }) => shortDescription,
      gives: 4,
      isExtra: true,
    },
  },
  list: (remote, question): Listing<RegisteredWorkflow> => remote.workflows(typed(question)),
  toJson: ({ shortDescription }) => ({ shortDescription }),
});

/** Launch plans of a cluster. */
export const launchPlans: ListKind<RegisteredLaunchPlan> = entities("launch plans", {
  fields: { state: ["active", "inactive"], scheduleType: ["NONE", "CRON", "RATE"] },
  columns: {
    active: { title: "ACTIVE", of: ({ isActive }) => (isActive ? "yes" : "") },
    schedule: { title: "SCHEDULE", of: (plan) => scheduleOf(plan) ?? "", gives: 3 },
    workflow: { title: "WORKFLOW", of: ({ spec }) => spec.workflowId?.name ?? "", gives: 4, isExtra: true },
  },
  list: (remote, question): Listing<RegisteredLaunchPlan> => remote.launchPlans(typed(question)),
  toJson: (plan) => ({
    isActive: plan.isActive,
    schedule: scheduleOf(plan),
    workflow: plan.spec.workflowId?.name,
  }),
});

/** Projects of a cluster. */
export const projects: ListKind<Project> = {
  command: "tsflyte get projects",
  words: "projects",
  fields: { id: "text", name: "text", state: ["active", "archived"], createdAt: "time" },
  columns: {
    id: { title: "ID", of: ({ id }) => id },
    name: { title: "NAME", of: ({ name }) => name, gives: 2 },
    domains: { title: "DOMAINS", of: ({ domains }) => domains.map(({ id }) => id).join(", "), gives: 3 },
    description: { title: "DESCRIPTION", of: ({ description }) => description, gives: 4 },
  },
  list: (remote, question) => remote.projects(typed(question)),
  toJson: ({ id, name, description, domains }) => ({
    ...{ kind: "project", id, name, description },
    domains: domains.map((each) => each.id),
  }),
};

function typeOf(closure: RegisteredTask["closure"]): string {
  return closure.compiledTask?.template?.type ?? "";
}

/** When a launch plan starts by itself, in words. */
export function scheduleOf({ spec }: RegisteredLaunchPlan): string | undefined {
  const expression = spec.entityMetadata?.schedule?.ScheduleExpression;
  switch (expression?.$case) {
    case "cronExpression":
      return expression.value;
    case "cronSchedule":
      return expression.value.schedule;
    case "rate":
      return `every ${expression.value.value} ${["minutes", "hours", "days"][expression.value.unit] ?? ""}`;
    case undefined:
      return undefined;
  }
}
