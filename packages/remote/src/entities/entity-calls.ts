import type {
  DescriptionEntity,
  Domain,
  MatchableAttributesConfiguration,
  NamedEntity,
  Project,
  Version,
} from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import type { Connection } from "../connection/connection.js";
import type { CallOptions } from "../connection/unary-calls.js";
import type { AttributeKind, Attributes, AttributesOf } from "./admin/attribute-kinds.js";
import type { AttributePlace } from "./admin/attribute-place.js";
import { deleteAttributes, getAttributes, listAttributes, setAttributes } from "./admin/attributes.js";
import {
  getDomains,
  getProject,
  type NewProject,
  type ProjectChange,
  registerProject,
  updateProject,
} from "./admin/projects.js";
import { type NamedEntityChange, updateNamedEntity } from "./admin/update-named-entity.js";
import type { GivenReference, RegisteredKind } from "./ids/entity-reference.js";
import type { LaunchPlanFields, ProjectFields, TaskFields, WorkflowFields } from "./lists/columns.js";
import { listLaunchPlans, listTasks, listWorkflows } from "./lists/entity-lists.js";
import { getLaunchPlan, getTask, getWorkflow } from "./lists/get-entity.js";
import { getActiveLaunchPlan, getDescription, getNamedEntity } from "./lists/get-others.js";
import {
  type ActiveLaunchPlanQuery,
  type DescriptionQuery,
  listActiveLaunchPlans,
  listDescriptions,
  listNamedEntities,
  listProjects,
  type NamedEntityQuery,
} from "./lists/other-lists.js";
import type { RegisteredLaunchPlan, RegisteredTask, RegisteredWorkflow } from "./lists/registered.js";
import type { ListQuery, PageQuery } from "./query/list-query.js";
import type { Listing } from "./query/listing.js";

/**
 * What is registered on a cluster, and its projects.
 *
 * Each call checks what it is asked for before it sends anything (`OPTION_INVALID`, `OPTION_UNKNOWN`,
 * `OPTIONS_NOT_AN_OBJECT`), and fails with the errors of calls: `CLUSTER_ENTITY_NOT_FOUND`, `CLUSTER_REFUSED`, ...
 */
export interface EntityCalls {
  /** The tasks of a domain, newest first; with `name`, the versions of one. */
  tasks(query?: ListQuery<TaskFields>): Listing<RegisteredTask>;
  /** The workflows of a domain, newest first; with `name`, the versions of one. Their closures hold only the interface. */
  workflows(query?: ListQuery<WorkflowFields>): Listing<RegisteredWorkflow>;
  /** The launch plans of a domain, newest first; with `name`, the versions of one. */
  launchPlans(query?: ListQuery<LaunchPlanFields>): Listing<RegisteredLaunchPlan>;
  /** The active launch plans of a domain, by name: at most one version of each. */
  activeLaunchPlans(query?: ActiveLaunchPlanQuery): Listing<RegisteredLaunchPlan>;
  /** The names of a domain's entities of one kind, each once whatever its versions. */
  namedEntities(query: NamedEntityQuery): Listing<NamedEntity>;
  /** The documentation of the versions of an entity, newest first. */
  descriptions(query: DescriptionQuery): Listing<DescriptionEntity>;

  /** A task: the version named, or the newest one. */
  task(task: GivenReference | Identifier, options?: CallOptions): Promise<RegisteredTask>;
  /** A workflow, with its compiled closure: the version named, or the newest one. */
  workflow(workflow: GivenReference | Identifier, options?: CallOptions): Promise<RegisteredWorkflow>;
  /** A launch plan: the version named, or the newest one, active or not. */
  launchPlan(plan: GivenReference | Identifier, options?: CallOptions): Promise<RegisteredLaunchPlan>;
  /** The active version of a launch plan, the one whose schedule runs; `undefined` if none is active. */
  activeLaunchPlan(plan: GivenReference, options?: CallOptions): Promise<RegisteredLaunchPlan | undefined>;
  /** What an entity's author wrote about it; `undefined` if nothing. */
  description(
    kind: RegisteredKind,
    entity: GivenReference,
    options?: CallOptions,
  ): Promise<DescriptionEntity | undefined>;
  /** Description and state of an entity's name, whatever its versions. */
  namedEntity(kind: RegisteredKind, entity: GivenReference, options?: CallOptions): Promise<NamedEntity>;
  /** Describes or archives the name of an entity. What is left out stays as it is. */
  updateNamedEntity(change: NamedEntityChange, options?: CallOptions): Promise<void>;

  /** The projects of a cluster, by id; archived ones only with `where: { state: "archived" }`. */
  projects(query?: PageQuery<ProjectFields>): Listing<Project>;
  /** One project, archived or not. */
  project(id: string, options?: CallOptions): Promise<Project>;
  /** The domains that every project has. */
  domains(options?: CallOptions): Promise<readonly Domain[]>;
  /** Makes a project, with all domains. @throws `CLUSTER_ENTITY_EXISTS` */
  registerProject(project: NewProject, options?: CallOptions): Promise<void>;
  /** Renames, describes, labels, archives or revives a project. What is left out stays as it is. */
  updateProject(change: ProjectChange, options?: CallOptions): Promise<void>;

  /** Settings that an operator made for a project, a domain or a workflow; `undefined` if none of that kind are set. */
  attributes<K extends AttributeKind>(
    place: AttributePlace,
    kind: K,
    options?: CallOptions,
  ): Promise<AttributesOf<K> | undefined>;
  /** The settings of one kind, wherever they are made. */
  allAttributes(
    kind: AttributeKind,
    options?: CallOptions,
  ): Promise<readonly MatchableAttributesConfiguration[]>;
  /** Makes settings for a project, a domain or a workflow, in place of those of the same kind. */
  setAttributes(place: AttributePlace, attributes: Attributes, options?: CallOptions): Promise<void>;
  /** Removes settings of one kind. Where none are set, nothing happens. */
  deleteAttributes(place: AttributePlace, kind: AttributeKind, options?: CallOptions): Promise<void>;

  /** The version of flyteadmin; `undefined` if it does not say. */
  version(options?: CallOptions): Promise<Version | undefined>;
}

/** The calls about what a cluster has. */
export function entityCalls(connection: Connection): EntityCalls {
  return {
    tasks: (query = {}) => listTasks(connection, query),
    workflows: (query = {}) => listWorkflows(connection, query),
    launchPlans: (query = {}) => listLaunchPlans(connection, query),
    activeLaunchPlans: (query = {}) => listActiveLaunchPlans(connection, query),
    namedEntities: (query) => listNamedEntities(connection, query),
    descriptions: (query) => listDescriptions(connection, query),
    task: (task, options) => getTask(connection, task, options),
    workflow: (workflow, options) => getWorkflow(connection, workflow, options),
    launchPlan: (plan, options) => getLaunchPlan(connection, plan, options),
    activeLaunchPlan: (plan, options) => getActiveLaunchPlan(connection, plan, options),
    description: (kind, entity, options) => getDescription(connection, kind, entity, options),
    namedEntity: (kind, entity, options) => getNamedEntity(connection, kind, entity, options),
    updateNamedEntity: (change, options) => updateNamedEntity(connection, change, options),
    projects: (query = {}) => listProjects(connection, query),
    project: (id, options) => getProject(connection, id, options),
    domains: (options) => getDomains(connection, options),
    registerProject: (project, options) => registerProject(connection, project, options),
    updateProject: (change, options) => updateProject(connection, change, options),
    attributes: (place, kind, options) => getAttributes(connection, place, kind, options),
    allAttributes: (kind, options) => listAttributes(connection, kind, options),
    setAttributes: (place, attributes, options) => setAttributes(connection, place, attributes, options),
    deleteAttributes: (place, kind, options) => deleteAttributes(connection, place, kind, options),
    version: async (options) => (await connection.admin.getVersion({}, options)).controlPlaneVersion,
  };
}
