import {
  type CompiledWorkflowClosure,
  type DynamicJobSpec,
  type Identifier,
  ResourceType,
  type TaskTemplate,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { NodeExecutionEvent } from "@flytekit-ts/models/event";
import { type Made, userFailure } from "@flytekit-ts/propeller";
import { CompileErrors } from "../../registry/compile/compile-errors.js";
import { compileWorkflow, templatesOf } from "../../registry/compile/compile-workflow.js";
import { requirementsOf } from "../../registry/compile/requirements.js";
import { findLaunchPlan } from "../../registry/finding.js";
import { Refusal } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";
import type { Telling } from "./telling.js";

/** Tells that a dynamic task has made nodes, and which. @throws `DynamicWorkflowBuildFailed` for nodes that do not compile */
export function tellMade(telling: Telling, event: NodeExecutionEvent, { task, spec, uri }: Made): void {
  const { reporter, id, backend } = telling;
  const workflowId: Identifier = {
    resourceType: ResourceType.WORKFLOW,
    project: id.project,
    domain: id.domain,
    name: `dynamic_${event.specNodeId}`,
    version: `${id.name}-${event.id?.nodeId}`,
    org: "",
  };
  const compiledWorkflow = compiled(backend.state, templateOf(workflowId, task, spec), spec);
  const dynamicWorkflow = { id: workflowId, compiledWorkflow, dynamicJobSpecUri: uri };
  const own = { cacheStatus: 0, catalogKey: undefined, reservationStatus: 0, checkpointUri: "" } as const;
  reporter.node({
    ...event,
    isParent: true,
    isDynamic: true,
    targetMetadata: { $case: "taskNodeMetadata", value: { ...own, dynamicWorkflow } },
  });
}

/** A dynamic's nodes as a workflow: without inputs, and with the outputs of its task. */
function templateOf(
  id: Identifier,
  { interface: declared }: TaskTemplate,
  { nodes, outputs }: DynamicJobSpec,
): WorkflowTemplate {
  const template = WorkflowTemplate.create({ id, metadata: {}, metadataDefaults: {} });
  const inputs = { variables: new Map() };
  const typed = { inputs, outputs: declared?.outputs ?? { variables: new Map() } };
  return { ...template, nodes, outputs, interface: typed };
}

function compiled(
  state: State,
  template: WorkflowTemplate,
  { tasks, subworkflows: subWorkflows }: DynamicJobSpec,
): CompiledWorkflowClosure {
  const source = { template, subWorkflows };
  const errors = new CompileErrors();
  const templates = templatesOf(source, errors);
  const { launchPlans } = requirementsOf(template, templates, errors);
  const fail = (problem: string) => userFailure("DynamicWorkflowBuildFailed", problem);
  if (!errors.isEmpty) throw fail(errors.text);
  const plans = launchPlans.map((id) => {
    try {
      return { id, ...findLaunchPlan(state, id).closure };
    } catch (error) {
      throw error instanceof Refusal ? fail(error.message) : error;
    }
  });
  const result = compileWorkflow(source, { tasks, launchPlans: plans });
  if ("closure" in result) return result.closure;
  throw fail(result.errors.text);
}
