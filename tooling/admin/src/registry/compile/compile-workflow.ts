import {
  type CompiledWorkflowClosure,
  type Identifier,
  type TaskTemplate,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { LaunchPlanInterface } from "@flytekit-ts/workflow/checks";
import { refused } from "../../serving/refusal.js";
import { identifierText } from "../../texts/identifier-text.js";
import type { WorkflowState } from "./builder.js";
import { CompileErrors } from "./compile-errors.js";
import { compilePass } from "./pass.js";
import {
  innerNodes,
  nodesOf,
  referenceOf,
  requirementsOf,
  type Templates,
  workflowMissing,
} from "./requirements.js";

/** A workflow, with the sub-workflows that come with it. */
export interface WorkflowSource {
  readonly template: WorkflowTemplate;
  readonly subWorkflows: readonly WorkflowTemplate[];
}

/** What a workflow calls that is registered by itself. */
export interface Called {
  readonly tasks: readonly TaskTemplate[];
  readonly launchPlans: readonly LaunchPlanInterface[];
}

/** A compiled workflow, or the text of all that is wrong. */
export type Compiled = { readonly closure: CompiledWorkflowClosure } | { readonly errors: CompileErrors };

/**
 * Sub-workflows by the text of their ids.
 *
 * @throws Refusal INTERNAL if a workflow contains itself, which ends flyteadmin's process
 */
export function templatesOf({ template, subWorkflows }: WorkflowSource, errors: CompileErrors): Templates {
  const templates = new Map<string, WorkflowTemplate>();
  for (const each of subWorkflows) {
    const id = each.id === undefined ? "<nil>" : identifierText(each.id);
    if (templates.has(id)) errors.collect("DuplicateId", id, "Trying to insert two nodes with the same id.");
    else templates.set(id, each);
  }
  assertNoRecursion(template, templates, []);
  return templates;
}

/** Compiles a workflow as the compiler of Flyte's engine does. What is given stays as it is. */
export function compileWorkflow(source: WorkflowSource, { tasks, launchPlans }: Called): Compiled {
  const errors = new CompileErrors();
  const given = copyOf(source);
  const templates = templatesOf(given, errors);
  if (!errors.isEmpty) return { errors };
  const required = requirementsOf(given.template, templates, errors);
  const byId = new Map(tasks.map((task) => [idText(task.id), task]));
  const plansById = new Map(launchPlans.map((plan) => [idText(plan.id), plan]));
  for (const id of required.launchPlans)
    if (!plansById.has(identifierText(id))) workflowMissing(errors, "start-node", identifierText(id));
  for (const id of required.tasks)
    if (!byId.has(identifierText(id)))
      errors.collect(
        "TaskReferenceNotFound",
        "start-node",
        `Referenced Task [${identifierText(id)}] not found.`,
      );
  if (!errors.isEmpty) return { errors };
  const states = new Map([...templates].map(([id, template]) => [id, stateOf(template)]));
  const primary = stateOf(given.template);
  const registered = { tasks: byId, launchPlans: plansById, subWorkflows: states };
  if (!compilePass(primary, registered, errors)) return { errors };
  return {
    closure: {
      primary,
      subWorkflows: [...states.values()],
      tasks: [...byId.values()].map((template) => ({ template })),
      launchPlans: [],
    },
  };
}

function stateOf(template: WorkflowTemplate): WorkflowState {
  return { template, connections: undefined };
}

function copyOf({ template, subWorkflows }: WorkflowSource): WorkflowSource {
  const copy = (each: WorkflowTemplate) => WorkflowTemplate.decode(WorkflowTemplate.encode(each).finish());
  return { template: copy(template), subWorkflows: subWorkflows.map(copy) };
}

function idText(id: Identifier | undefined): string {
  return id === undefined ? "<nil>" : identifierText(id);
}

function assertNoRecursion(template: WorkflowTemplate, templates: Templates, path: readonly string[]): void {
  const visit = (node: ReturnType<typeof nodesOf>[number]): void => {
    innerNodes(node).forEach(visit);
    const reference = referenceOf(node);
    const id = reference && identifierText(reference);
    const inner = id === undefined ? undefined : templates.get(id);
    if (id === undefined || inner === undefined) return;
    if (path.includes(id))
      throw refused.internal(
        `the stand-in refuses a workflow that contains itself, which would end flyteadmin: ${id}`,
      );
    assertNoRecursion(inner, templates, [...path, id]);
  };
  nodesOf(template).forEach(visit);
}
