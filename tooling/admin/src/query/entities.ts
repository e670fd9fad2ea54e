import { BASE, type Columns, NAMED, OF_EXECUTION } from "./columns.js";

/** A kind of entity that filters may speak of. */
export interface Entity {
  /** What flyteadmin's texts call it. */
  readonly letter: string;
  /** What stands before the dot in a field of a filter: `workflow` in `workflow.name`. */
  readonly prefix: string | undefined;
  readonly columns: Columns;
}

const ERRORS: Columns = { error_kind: "text", error_code: "text" };
const RUN: Columns = { phase: "text", closure: "bytes", started_at: "time", duration: "duration" };

/** Kinds of entities by name. */
export const ENTITIES = {
  task: {
    letter: "t",
    prefix: "task",
    columns: { ...NAMED, closure: "bytes", digest: "bytes", type: "text", short_description: "text" },
  },
  workflow: {
    letter: "w",
    prefix: "workflow",
    columns: {
      ...NAMED,
      typed_interface: "bytes",
      remote_closure_identifier: "text",
      digest: "bytes",
      short_description: "text",
    },
  },
  launchPlan: {
    letter: "l",
    prefix: "launch_plan",
    columns: {
      ...NAMED,
      spec: "bytes",
      workflow_id: "bigint",
      closure: "bytes",
      state: "integer",
      digest: "bytes",
      schedule_type: "text",
      launch_condition_type: "text",
    },
  },
  execution: {
    letter: "e",
    prefix: "execution",
    columns: {
      ...OF_EXECUTION,
      ...RUN,
      ...ERRORS,
      launch_plan_id: "bigint",
      workflow_id: "bigint",
      task_id: "bigint",
      spec: "bytes",
      execution_created_at: "time",
      execution_updated_at: "time",
      abort_cause: "text",
      mode: "integer",
      source_execution_id: "bigint",
      parent_node_execution_id: "bigint",
      cluster: "text",
      inputs_uri: "text",
      user_inputs_uri: "text",
      user: "text",
      state: "integer",
      launch_entity: "text",
    },
  },
  nodeExecution: {
    letter: "ne",
    prefix: "node_execution",
    columns: {
      ...OF_EXECUTION,
      ...RUN,
      ...ERRORS,
      node_id: "text",
      input_uri: "text",
      node_execution_created_at: "time",
      node_execution_updated_at: "time",
      node_execution_metadata: "bytes",
      parent_id: "bigint",
      parent_task_execution_id: "bigint",
      cache_status: "text",
      dynamic_workflow_remote_closure_reference: "text",
      internal_data: "bytes",
    },
  },
  taskExecution: {
    letter: "te",
    prefix: "task_execution",
    columns: {
      ...NAMED,
      ...OF_EXECUTION,
      ...RUN,
      node_id: "text",
      retry_attempt: "bigint",
      phase_version: "bigint",
      input_uri: "text",
      task_execution_created_at: "time",
      task_execution_updated_at: "time",
    },
  },
  namedEntity: {
    letter: "nen",
    prefix: "entities",
    columns: {
      resource_type: "integer",
      project: "text",
      domain: "text",
      name: "text",
      description: "text",
      state: "integer",
    },
  },
  namedEntityMetadata: {
    letter: "nem",
    prefix: "named_entity_metadata",
    columns: {
      ...BASE,
      resource_type: "integer",
      project: "text",
      domain: "text",
      name: "text",
      description: "text",
      state: "integer",
    },
  },
  project: {
    letter: "p",
    prefix: "project",
    columns: {
      ...BASE,
      identifier: "text",
      name: "text",
      description: "text",
      labels: "bytes",
      state: "integer",
    },
  },
  signal: {
    letter: "s",
    prefix: "signal",
    columns: { ...OF_EXECUTION, signal_id: "text", type: "bytes", value: "bytes" },
  },
  adminTag: { letter: "at", prefix: "admin_tag", columns: { ...BASE, name: "text" } },
  executionTag: {
    letter: "et",
    prefix: "execution_tag",
    columns: { ...BASE, ...OF_EXECUTION, key: "text", value: "text" },
  },
  descriptionEntity: {
    letter: "de",
    prefix: undefined,
    columns: {
      ...NAMED,
      resource_type: "integer",
      short_description: "text",
      long_description: "bytes",
      link: "text",
    },
  },
} as const satisfies Readonly<Record<string, Entity>>;

/** The name of a kind of entity. */
export type EntityName = keyof typeof ENTITIES;

/** Of which kinds a list may also be filtered: those that its query joins. */
export const JOINED: Readonly<Record<EntityName, readonly EntityName[]>> = {
  task: ["task"],
  workflow: ["workflow"],
  launchPlan: ["launchPlan", "workflow"],
  execution: ["execution", "launchPlan", "workflow", "task", "adminTag", "executionTag"],
  nodeExecution: ["nodeExecution", "execution"],
  taskExecution: ["taskExecution", "task", "execution", "nodeExecution"],
  namedEntity: ["namedEntity", "namedEntityMetadata"],
  namedEntityMetadata: ["namedEntityMetadata"],
  project: ["project"],
  signal: ["signal"],
  adminTag: ["adminTag"],
  executionTag: ["executionTag"],
  descriptionEntity: ["descriptionEntity"],
};
