import type { Identifier, Node, WorkflowTemplate } from "@flytekit-ts/models/core";
import { compare } from "../../query/values.js";
import { identifierText } from "../../texts/identifier-text.js";
import type { CompileErrors } from "./compile-errors.js";

/** What must be registered before a workflow. */
export interface Requirements {
  readonly tasks: readonly Identifier[];
  readonly launchPlans: readonly Identifier[];
}

/** Sub-workflows by the text of their ids. */
export type Templates = ReadonlyMap<string, WorkflowTemplate>;

/**
 * The tasks and launch plans that a workflow and its sub-workflows call, in order.
 *
 * @throws RangeError if workflows contain themselves: `assertNoRecursion` says so before.
 */
export function requirementsOf(
  template: WorkflowTemplate,
  templates: Templates,
  errors: CompileErrors,
): Requirements {
  const tasks = new Map<string, Identifier>();
  const launchPlans = new Map<string, Identifier>();
  const visit = (node: Node | undefined): void => {
    for (const inner of innerNodes(node)) visit(inner);
    const target = node?.target;
    const reference = referenceOf(node);
    if (reference === undefined) return;
    const id = identifierText(reference);
    if (target?.$case === "taskNode") tasks.set(id, reference);
    else if (target?.$case === "workflowNode" && target.value.reference?.$case === "launchplanRef")
      launchPlans.set(id, reference);
    else visitWorkflow(node?.id ?? "", id);
  };
  const visitWorkflow = (nodeId: string, id: string) => {
    const inner = templates.get(id);
    if (inner === undefined) workflowMissing(errors, nodeId, id);
    else for (const each of nodesOf(inner)) visit(each);
  };
  for (const node of nodesOf(template)) visit(node);
  return { tasks: inOrder(tasks), launchPlans: inOrder(launchPlans) };
}

/** Nodes of a template and its failure node. */
export function nodesOf({ nodes, failureNode }: WorkflowTemplate): readonly Node[] {
  return failureNode === undefined ? nodes : [...nodes, failureNode];
}

/** What a node calls, if it calls something by an id. */
export function referenceOf(node: Node | undefined): Identifier | undefined {
  const target = node?.target;
  if (target?.$case !== "taskNode" && target?.$case !== "workflowNode") return undefined;
  return target.value.reference?.value;
}

/** The arms of a conditional, or the node of an array. */
export function innerNodes(node: Node | undefined): readonly Node[] {
  const target = node?.target;
  if (target?.$case === "arrayNode") return target.value.node === undefined ? [] : [target.value.node];
  if (target?.$case !== "branchNode") return [];
  const block = target.value.ifElse;
  const last = block?.default?.$case === "elseNode" ? [block.default.value] : [];
  const arms = [block?.case, ...(block?.other ?? [])].flatMap((each) => each?.thenNode ?? []);
  return [...arms, ...last];
}

export function workflowMissing(errors: CompileErrors, nodeId: string, reference: string): undefined {
  return errors.collect("WorkflowReferenceNotFound", nodeId, `Referenced Workflow [${reference}] not found.`);
}

function inOrder(ids: ReadonlyMap<string, Identifier>): readonly Identifier[] {
  return [...ids.values()].toSorted(
    (one, other) =>
      one.resourceType - other.resourceType ||
      compare(one.project, other.project) ||
      compare(one.domain, other.domain) ||
      compare(one.name, other.name) ||
      compare(one.version, other.version),
  );
}
