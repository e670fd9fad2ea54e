import {
  type ExecutionCreateRequest,
  type ExecutionSpec,
  ExecutionMetadata,
  ExecutionState,
} from "@flytekit-ts/models/admin";
import {
  type LiteralMap,
  WorkflowExecution_Phase as Phase,
  type WorkflowExecutionIdentifier,
} from "@flytekit-ts/models/core";
import type { ExecutionBackend } from "../backend.js";
import { executionOf, nodeOf } from "../find.js";
import { offload } from "../offload.js";
import { executionTagsOf } from "../execution-tags.js";
import { executionKey, type ExecutionRow, executions, executionTags } from "../tables.js";
import { keyOf } from "../../state/table.js";
import { assertPool } from "./assert-pool.js";
import { asked } from "./assert-request.js";
import { executionConfig } from "./execution-config.js";
import { executionInputs } from "./execution-inputs.js";
import { newExecutionName } from "./execution-name.js";
import { launched } from "./launched.js";

/** Who starts an execution, and what it repeats. */
export interface LaunchedBy {
  /** A person who signed in. Empty for programs, and where nobody signs in. */
  readonly user?: string;
  /** The row of the execution that it repeats. */
  readonly source?: number;
}

/**
 * Starts an execution: of a plan, or of a single task.
 *
 * Inputs are written before the name is taken, so that a request with a name that is taken replaces those of the older execution.
 * This is what flyteadmin does.
 *
 * @throws Refusal
 */
export async function launch(
  backend: ExecutionBackend,
  request: ExecutionCreateRequest,
  { user = "", source }: LaunchedBy = {},
): Promise<WorkflowExecutionIdentifier> {
  const { state, clock, store, watchers } = backend;
  const { spec: wanted, entity } = asked(state, request);
  const {
    workflowId,
    spec: plan,
    closure: planned,
    isPlan,
    assertRoom,
  } = launched(backend, {
    spec: wanted,
    entity,
  });
  const given = request.inputs;
  const inputs = executionInputs(given, { expected: planned.expectedInputs, fixed: plan.fixedInputs });
  const { project, domain } = request;
  const id = { project, domain, name: request.name === "" ? newExecutionName() : request.name, org: "" };
  const { metadata, executionClusterLabel, parentNodeRow, parentSource } = inherited(backend, wanted, user);
  const config = executionConfig(
    { state, project, domain, workflow: isPlan ? workflowId.name : "" },
    wanted,
    isPlan ? plan : undefined,
  );
  assertPool(state, request);
  const uris = await writeInputs(store, id, inputs, given);
  assertRoom();
  const at = clock.timestamp();
  const systemMetadata = { executionCluster: "", namespace: `${project}-${domain}` };
  const row: ExecutionRow = {
    id,
    spec: {
      ...wanted,
      metadata: { ...metadata, systemMetadata, artifactIds: isPlan ? [] : metadata.artifactIds },
      executionClusterLabel,
      securityContext: config.securityContext,
      maxParallelism: isPlan ? config.maxParallelism : wanted.maxParallelism,
    },
    closure: {
      outputResult: undefined,
      computedInputs: undefined,
      phase: Phase.UNDEFINED,
      startedAt: undefined,
      duration: undefined,
      createdAt: at,
      updatedAt: at,
      notifications: notificationsOf(wanted, plan.entityMetadata?.notifications ?? []),
      workflowId,
      stateChangeDetails: {
        state: ExecutionState.EXECUTION_ACTIVE,
        occurredAt: at,
        principal: metadata.principal,
      },
    },
    config,
    state: ExecutionState.EXECUTION_ACTIVE,
    ...uris,
    abortCause: "",
    cluster: "",
    parentNodeRow,
    sourceRow: source ?? parentSource,
    startedAt: undefined,
    duration: undefined,
    error: undefined,
  };
  insert(backend, row, isPlan);
  watchers.onCreated(id);
  return id;
}

function insert({ state }: ExecutionBackend, row: ExecutionRow, isPlan: boolean): void {
  const id = executionKey(row.id);
  // Tags are written first, and it is theirs that is said to exist. Those of single tasks are not written.
  for (const { key, value } of isPlan ? executionTagsOf(row.spec) : [])
    state.table(executionTags).insert(keyOf(id, key, value), { execution: row.id.name, key, value });
  state.table(executions).insert(id, row);
}

/** What an execution has of the node that started it, or of who did. @throws Refusal NOT_FOUND without that node */
function inherited({ state }: ExecutionBackend, wanted: ExecutionSpec, user: string) {
  const { metadata, executionClusterLabel } = wanted;
  const given = { ...(metadata ?? ExecutionMetadata.create({})), principal: user };
  const parent = given.parentNodeExecution;
  if (parent === undefined)
    return { metadata: given, executionClusterLabel, parentNodeRow: undefined, parentSource: undefined };
  const parentNodeRow = nodeOf(state, parent).rowId;
  const { rowId, spec } = executionOf(state, parent.executionId);
  const { nesting = 0, principal = "" } = spec.metadata ?? {};
  return {
    metadata: { ...given, principal, nesting: nesting + 1 },
    executionClusterLabel: spec.executionClusterLabel ?? executionClusterLabel,
    parentNodeRow,
    parentSource: rowId,
  };
}

async function writeInputs(
  store: ExecutionBackend["store"],
  { project, domain, name }: WorkflowExecutionIdentifier,
  inputs: LiteralMap,
  given: LiteralMap | undefined,
): Promise<Pick<ExecutionRow, "inputsUri" | "userInputsUri">> {
  const inputsUri = await offload(store, inputs, project, domain, name, "inputs");
  const userInputsUri = await offload(store, given, project, domain, name, "user_inputs");
  return { inputsUri, userInputsUri };
}

function notificationsOf(
  { notificationOverrides: overrides }: ExecutionSpec,
  planned: ExecutionRow["closure"]["notifications"],
): ExecutionRow["closure"]["notifications"] {
  if (overrides?.$case === "notifications" && overrides.value.notifications.length > 0)
    return overrides.value.notifications;
  return overrides?.$case === "disableAll" && overrides.value ? [] : planned;
}
