import {
  type ExecutionSpec,
  LaunchPlanMetadata,
  LaunchPlanSpec,
  NamedEntityState,
  type WorkflowSpec,
} from "@flytekit-ts/models/admin";
import {
  Binding,
  type Identifier,
  Node,
  ResourceType,
  type TaskTemplate,
  type VariableMap,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { expectedInputs } from "../../registry/checks/expected-inputs.js";
import { entityMissing } from "../../registry/checks/identifiers.js";
import {
  entityKey,
  type LaunchPlanRow,
  launchPlans,
  namedEntityMetadata,
  tasks,
  workflows,
} from "../../registry/tables.js";
import { createWorkflow } from "../../registry/workflows.js";
import { keyOf } from "../../state/table.js";
import type { ExecutionBackend } from "../backend.js";

/** What is made for a task. */
export interface PlanOfTask {
  readonly workflowId: Identifier;
  readonly spec: LaunchPlanSpec;
  readonly closure: LaunchPlanRow["closure"];
}

/** How often a task is tried again where it does not say it itself. */
const RETRIES = { retries: 3 };
/** In bytes. */
const LONGEST_NODE = 63;
/** What is in the plan of a task, without saying anything. */
const EMPTY = {
  entityMetadata: LaunchPlanMetadata.create({}),
  fixedInputs: { literals: new Map() },
  labels: { values: new Map() },
  annotations: { values: new Map() },
};

/**
 * A plan for a single task, of a workflow with one node that calls it. Both are registered as `.flytegen.<task>`, unless they are.
 *
 * @throws Refusal NOT_FOUND without the task
 */
export function planOfTask(
  backend: ExecutionBackend,
  task: Identifier,
  wanted: Pick<ExecutionSpec, "authRole" | "securityContext">,
): PlanOfTask {
  const { state } = backend;
  const template = state.table(tasks).get(entityKey(task))?.compiled.template;
  if (template === undefined) throw entityMissing(ResourceType.TASK, task);
  const workflowId = {
    ...task,
    resourceType: ResourceType.WORKFLOW,
    name: `.flytegen.${task.name}`,
    org: "",
  };
  register(backend, workflowId, {
    template: workflowOf(workflowId, task, template),
    subWorkflows: [],
    description: undefined,
  });
  const id = { ...workflowId, resourceType: ResourceType.LAUNCH_PLAN };
  const found = state.table(launchPlans).get(entityKey(id));
  if (found !== undefined) return { workflowId, spec: found.spec, closure: found.closure };
  const defaultInputs = expectedInputs(LaunchPlanSpec.create({}), template.interface?.inputs);
  const spec = LaunchPlanSpec.create({
    ...EMPTY,
    // The name of the task, not that of the workflow.
    workflowId: { ...workflowId, name: task.name },
    defaultInputs,
    authRole: wanted.authRole,
    securityContext: wanted.securityContext,
  });
  const closure = { expectedInputs: defaultInputs, expectedOutputs: template.interface?.outputs };
  const at = backend.clock.timestamp();
  const row = { id, createdAt: at, updatedAt: at, spec, closure, isActive: false };
  const workflowRow = state.table(workflows).get(entityKey(workflowId))?.rowId ?? 0;
  state.table(launchPlans).insert(entityKey(id), { ...row, workflowId: workflowRow });
  hide(backend, id);
  return { workflowId, spec, closure };
}

function register(backend: ExecutionBackend, id: Identifier, spec: WorkflowSpec): void {
  if (backend.state.table(workflows).get(entityKey(id)) !== undefined) return;
  createWorkflow(backend, id, spec);
  hide(backend, id);
}

/** What the server made itself is not in lists of names. */
function hide({ state }: ExecutionBackend, { resourceType, project, domain, name }: Identifier): void {
  const table = state.table(namedEntityMetadata);
  const key = keyOf(resourceType, project, domain, name);
  const hidden = { state: NamedEntityState.SYSTEM_GENERATED };
  if (table.update(key, hidden) === undefined)
    table.insert(key, { resourceType, project, domain, name, description: "", ...hidden });
}

function workflowOf(id: Identifier, task: Identifier, template: TaskTemplate): WorkflowTemplate {
  const { interface: declared, metadata } = template;
  const end = Buffer.from(task.name).subarray(-LONGEST_NODE).toString("utf8");
  const name = end.replaceAll(/[^\p{L}\p{N}-]/gu, "");
  const node = Node.create({
    id: name,
    metadata: { name, retries: metadata?.retries ?? RETRIES },
    inputs: bindings(declared?.inputs, ""),
    target: {
      $case: "taskNode",
      value: { reference: { $case: "referenceId", value: task }, overrides: undefined },
    },
  });
  const outputs = bindings(declared?.outputs, name);
  return WorkflowTemplate.create({ id, interface: declared, nodes: [node], outputs });
}

function bindings(variables: VariableMap | undefined, nodeId: string): Binding[] {
  return [...(variables?.variables.keys() ?? [])].map((name) =>
    Binding.create({
      var: name,
      binding: { value: { $case: "promise", value: { nodeId, var: name } } },
    }),
  );
}
