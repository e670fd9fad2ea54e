import type {
  ExecutionClosure,
  ExecutionSpec,
  NodeExecutionClosure,
  NodeExecutionMetaData,
  TaskExecutionClosure,
  WorkflowExecutionConfig,
} from "@flytekit-ts/models/admin";
import type {
  NodeExecutionIdentifier,
  TaskExecutionIdentifier,
  WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import type { Numbered } from "../state/table.js";
import { defineTable } from "../state/state.js";
import { keyOf } from "../state/table.js";

/** What rows of executions, of nodes and of tasks share. */
export interface RunRow {
  readonly startedAt: Timestamp | undefined;
  /** In nanoseconds. */
  readonly duration: bigint | undefined;
  /** The columns `error_kind` and `error_code`. */
  readonly error: { readonly kind: string; readonly code: string } | undefined;
}

export interface ExecutionRow extends RunRow {
  readonly id: WorkflowExecutionIdentifier;
  readonly spec: ExecutionSpec;
  /** How it runs, with what its plan, attributes and the server say. */
  readonly config: WorkflowExecutionConfig;
  readonly closure: ExecutionClosure;
  /** Whether it is archived: an `ExecutionState`. */
  readonly state: number;
  readonly inputsUri: string;
  readonly userInputsUri: string;
  readonly abortCause: string;
  /** The cluster that it runs on, once an event has said so. */
  readonly cluster: string;
  /** The row of the node that launched it. */
  readonly parentNodeRow: number | undefined;
  /** The row of the execution that it was launched by, or that it repeats. */
  readonly sourceRow: number | undefined;
}

export interface NodeRow extends RunRow {
  readonly id: NodeExecutionIdentifier;
  readonly inputUri: string;
  readonly closure: NodeExecutionClosure;
  readonly metadata: NodeExecutionMetaData;
  readonly parentRow: number | undefined;
  readonly parentTaskRow: number | undefined;
  /** Where the graph lies that a dynamic node made. */
  readonly dynamicUri: string | undefined;
  readonly eventVersion: number;
  readonly cacheStatus: string | undefined;
}

export interface TaskRunRow extends RunRow {
  readonly id: TaskExecutionIdentifier;
  readonly inputUri: string;
  readonly closure: TaskExecutionClosure;
  readonly phaseVersion: number;
}

/** A tag or label of an execution. */
export interface TagRow {
  /** The name of the execution. */
  readonly execution: string;
  readonly key: string;
  /** Empty for a tag. */
  readonly value: string;
}

export const executions = defineTable<ExecutionRow>("executions");
export const executionTags = defineTable<TagRow>("execution_tags");
export const nodeExecutions = defineTable<NodeRow>("node_executions");
export const taskExecutions = defineTable<TaskRunRow>("task_executions");

/** A row with its number. */
export type Row<R> = R & Numbered;

/** The key of an execution in its table. */
export function executionKey(id: WorkflowExecutionIdentifier | undefined): string {
  return keyOf(id?.project ?? "", id?.domain ?? "", id?.name ?? "");
}

/** The key of the execution of a node in its table. */
export function nodeKey(id: NodeExecutionIdentifier | undefined): string {
  return keyOf(executionKey(id?.executionId), id?.nodeId ?? "");
}

/** The key of an attempt of a task in its table. */
export function taskRunKey({ taskId, nodeExecutionId, retryAttempt }: TaskExecutionIdentifier): string {
  const { project = "", domain = "", name = "", version = "" } = taskId ?? {};
  return keyOf(project, domain, name, version, nodeKey(nodeExecutionId), retryAttempt);
}
