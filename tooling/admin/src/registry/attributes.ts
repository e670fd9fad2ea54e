import { encode } from "@flytekit-ts/models";
import { MatchableResource, MatchingAttributes, Project_ProjectState } from "@flytekit-ts/models/admin";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import { invalidValue, missing, Refusal, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State } from "../state/state.js";
import { keyOf } from "../state/table.js";
import { assertProjectAndDomain, projectNamed } from "./checks/project-and-domain.js";
import { attributesFor, depthOf, type Scope } from "./resource-attributes.js";
import { type AttributesRow, attributes as table, type ProjectRow } from "./tables.js";
import { withExecutionDefaults } from "./execution-defaults.js";

/** Attributes of projects, of their domains, and of workflows in them. */
export function attributes({ state }: Backend): Handlers<typeof AdminServiceDefinition> {
  const assertWorkflow = (workflow: string) => {
    if (workflow === "") throw missing("name");
  };
  return {
    updateProjectDomainAttributes: ({ attributes: given }) => {
      if (given === undefined) throw missing("attributes");
      assertProjectAndDomain(state, given.project, given.domain);
      set(state, { ...given, workflow: "" });
      return {};
    },
    getProjectDomainAttributes: ({ project, domain, resourceType }) => {
      assertProjectAndDomain(state, project, domain);
      const found = find(state, { resource: nameOf(resourceType), project, domain, workflow: "" });
      // Where they hold, not where they were asked for.
      return {
        attributes: {
          project: found.project,
          domain: found.domain,
          matchingAttributes: found.attributes,
          org: "",
        },
      };
    },
    deleteProjectDomainAttributes: ({ project, domain, resourceType }) => {
      assertProjectAndDomain(state, project, domain);
      remove(state, { resource: nameOf(resourceType), project, domain, workflow: "" });
      return {};
    },
    updateWorkflowAttributes: ({ attributes: given }) => {
      if (given === undefined) throw missing("attributes");
      assertProjectAndDomain(state, given.project, given.domain);
      assertWorkflow(given.workflow);
      set(state, given);
      return {};
    },
    getWorkflowAttributes: ({ project, domain, workflow, resourceType }) => {
      assertProjectAndDomain(state, project, domain);
      assertWorkflow(workflow);
      const { attributes: matchingAttributes, ...found } = find(state, {
        resource: nameOf(resourceType),
        project,
        domain,
        workflow,
      });
      const scope = { project: found.project, domain: found.domain, workflow: found.workflow };
      return { attributes: { ...scope, matchingAttributes, org: "" } };
    },
    deleteWorkflowAttributes: ({ project, domain, workflow, resourceType }) => {
      assertProjectAndDomain(state, project, domain);
      assertWorkflow(workflow);
      remove(state, { resource: nameOf(resourceType), project, domain, workflow });
      return {};
    },
    ...projectAttributes(state),
    listMatchableAttributes: ({ resourceType }) => {
      if (!Object.values(MatchableResource).some((each) => each === resourceType))
        throw invalidValue("resource_type");
      const rows = state
        .table(table)
        .rows()
        .filter(({ resource }) => resource === nameOf(resourceType))
        // The nearer to a workflow, the earlier.
        .toSorted((one, other) => depthOf(other) - depthOf(one));
      return {
        configurations: rows.map((row) => ({
          attributes: row.attributes,
          project: row.project,
          domain: row.domain,
          workflow: row.workflow,
          launchPlan: "",
          org: "",
        })),
      };
    },
  };
}

function projectAttributes(state: State): Handlers<typeof AdminServiceDefinition> {
  return {
    updateProjectAttributes: ({ attributes: given }) => {
      if (given === undefined) throw missing("attributes");
      assertProject(state, given.project);
      set(state, { ...given, domain: "", workflow: "" });
      return {};
    },
    getProjectAttributes: ({ project, resourceType }) => {
      knownProject(state, project, "exists");
      const resource = nameOf(resourceType);
      if (project === "") throw badScope({ resource, project, domain: "", workflow: "" });
      const row = state.table(table).get(keyFor({ resource, project, domain: "", workflow: "" }));
      const matchingAttributes = withExecutionDefaults(row?.attributes, resourceType);
      if (matchingAttributes === undefined) throw notFound({ resource, project, domain: "", workflow: "" });
      return { attributes: { project, matchingAttributes, org: "" } };
    },
    deleteProjectAttributes: ({ project, resourceType }) => {
      assertProject(state, project);
      remove(state, { resource: nameOf(resourceType), project, domain: "", workflow: "" });
      return {};
    },
  };
}

/** The kind of resource that attributes are about, by what they hold. */
const RESOURCES: Readonly<Record<string, string>> = {
  taskResourceAttributes: "TASK_RESOURCE",
  clusterResourceAttributes: "CLUSTER_RESOURCE",
  executionQueueAttributes: "EXECUTION_QUEUE",
  executionClusterLabel: "EXECUTION_CLUSTER_LABEL",
  pluginOverrides: "PLUGIN_OVERRIDE",
  workflowExecutionConfig: "WORKFLOW_EXECUTION_CONFIG",
  clusterAssignment: "CLUSTER_ASSIGNMENT",
};

interface Given extends Omit<Scope, "resource"> {
  readonly matchingAttributes: MatchingAttributes | undefined;
}

function set(state: State, { project, domain, workflow, matchingAttributes: given }: Given): void {
  if (given === undefined) throw missing("matching_attributes");
  const resource = RESOURCES[given.target?.$case ?? ""];
  if (resource === undefined) {
    const id = [project, domain, workflow].filter((part) => part !== "").join("-");
    throw refused.invalid(`Unrecognized matching attributes type for request ${id}`);
  }
  const row: AttributesRow = { resource, project, domain, workflow, attributes: given };
  const isOverride = resource === "PLUGIN_OVERRIDE";
  if (isOverride && domain === "") throw badScope(row);
  if (project === "" && (domain === "" || workflow !== "")) throw badRow(row);
  const old = state.table(table).get(keyFor(row));
  const merged = { ...row, attributes: mergeOverrides(old?.attributes, given) };
  if (state.table(table).update(keyFor(row), merged) === undefined)
    state.table(table).insert(keyFor(row), merged);
}

/** Overrides of plugins are added to those for other types of tasks; all else takes the place of what was there. */
function mergeOverrides(old: MatchingAttributes | undefined, given: MatchingAttributes): MatchingAttributes {
  if (old?.target?.$case !== "pluginOverrides" || given.target?.$case !== "pluginOverrides") return given;
  const now = given.target.value.overrides;
  const kept = old.target.value.overrides.filter(({ taskType }) =>
    now.every((each) => each.taskType !== taskType),
  );
  return { target: { $case: "pluginOverrides", value: { overrides: [...kept, ...now] } } };
}

function find(state: State, scope: Scope): AttributesRow {
  if (scope.project === "" && scope.workflow !== "") throw badScope(scope);
  const row = attributesFor(state, scope);
  if (row === undefined) throw notFound(scope);
  return row;
}

/** Where a part of the scope is empty, attributes with any are removed: those of a project with those of its domains. */
function remove(state: State, scope: Scope): void {
  const parts = (["resource", "project", "domain", "workflow"] as const).filter((part) => scope[part] !== "");
  for (const row of state.table(table).rows())
    if (parts.every((part) => row[part] === scope[part])) state.table(table).delete(keyFor(row));
}

function assertProject(state: State, id: string): void {
  const { project } = knownProject(state, id, "is registered");
  if (project.state !== Project_ProjectState.ACTIVE) throw refused.invalid(`project [${id}] is not active`);
}

/** @param what what the refusal says that it does not do */
function knownProject(state: State, id: string, what: string): ProjectRow {
  try {
    return projectNamed(state, id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused.invalid(`failed to validate that project [${id}] ${what}, err: [${error.message}]`);
  }
}

function keyFor({ resource, project, domain, workflow }: Scope): string {
  return keyOf(resource, project, domain, workflow);
}

function nameOf(resource: MatchableResource): string {
  return (
    Object.keys(MatchableResource).find((name) => Reflect.get(MatchableResource, name) === resource) ??
    String(resource)
  );
}

/** Of a scope for which the database is not asked. What flyteadmin says of it is taken for a fault of the database. */
function badScope({ project, domain, workflow, resource }: Scope): Refusal {
  const text = `{${project} ${domain} ${workflow}  ${resource}}`;
  return refused.internal(`unexpected error type for: missing and/or invalid parameters: ${text}`);
}

/** Of a row that is not written, as Go prints it with all of its columns. */
function badRow({ project, domain, workflow, resource, attributes: given }: AttributesRow): Refusal {
  const never = "0001-01-01 00:00:00 +0000 UTC";
  const priority = workflow === "" ? (domain === "" ? 5 : 10) : 100;
  const bytes = encode(MatchingAttributes, given).join(" ");
  const text = `{0 ${never} ${never} <nil> ${project} ${domain} ${workflow}  ${resource} ${priority} [${bytes}]}`;
  return refused.invalid(`missing and/or invalid parameters: ${text}`);
}

function notFound({ resource, project, domain, workflow }: Scope): Refusal {
  const text = `Project:${project} Domain:${domain} Workflow:${workflow} LaunchPlan: ResourceType:${resource}`;
  return refused.notFound(`Resource [{${text}}] not found`);
}
