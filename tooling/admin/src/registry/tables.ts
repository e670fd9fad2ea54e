import type {
  DescriptionEntity,
  LaunchPlanClosure,
  LaunchPlanSpec,
  MatchingAttributes,
  Project,
} from "@flytekit-ts/models/admin";
import type {
  CompiledTask,
  CompiledWorkflowClosure,
  Identifier,
  ResourceType,
} from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { defineTable } from "../state/state.js";
import { keyOf } from "../state/table.js";

export interface ProjectRow {
  readonly project: Project;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

/** What rows of tasks, workflows and launch plans share. */
export interface EntityRow {
  readonly id: Identifier;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

export interface TaskRow extends EntityRow {
  readonly compiled: CompiledTask;
  readonly shortDescription: string;
}

export interface WorkflowRow extends EntityRow {
  readonly compiled: CompiledWorkflowClosure;
  readonly shortDescription: string;
}

export interface LaunchPlanRow extends EntityRow {
  readonly spec: LaunchPlanSpec;
  /** Without state and times, which have columns of their own. */
  readonly closure: Pick<LaunchPlanClosure, "expectedInputs" | "expectedOutputs">;
  readonly isActive: boolean;
  /** The row of its workflow. */
  readonly workflowId: number;
}

/** What is said of all versions of an entity. There is a row once somebody said it. */
export interface MetadataRow {
  readonly resourceType: ResourceType;
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly description: string;
  readonly state: number;
}

export interface DescriptionRow extends EntityRow {
  readonly description: DescriptionEntity;
}

/** Attributes of a domain of a project, of a project, or of a workflow in both. */
export interface AttributesRow {
  /** `TASK_RESOURCE` */
  readonly resource: string;
  readonly project: string;
  readonly domain: string;
  readonly workflow: string;
  readonly attributes: MatchingAttributes;
}

export const projects = defineTable<ProjectRow>("projects");
export const tasks = defineTable<TaskRow>("tasks");
export const workflows = defineTable<WorkflowRow>("workflows");
export const launchPlans = defineTable<LaunchPlanRow>("launch_plans");
export const namedEntityMetadata = defineTable<MetadataRow>("named_entity_metadata");
export const descriptionEntities = defineTable<DescriptionRow>("description_entities");
export const attributes = defineTable<AttributesRow>("resources");

/** The key of a task, workflow or launch plan in its table. The resource type is no part of it. */
export function entityKey({
  project,
  domain,
  name,
  version,
}: Pick<Identifier, "project" | "domain" | "name" | "version">): string {
  return keyOf(project, domain, name, version);
}
