import type { Identifier, Node, WorkflowTemplate } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { nodesOf } from "./nodes-of.js";

/** The identifier of the entity that a node runs, if it runs one. */
export function usedByNode({ target }: Node): Identifier | undefined {
  return target?.$case === "taskNode" || target?.$case === "workflowNode"
    ? target.value.reference?.value
    : undefined;
}

/** The identifiers of the entities that the nodes of workflows run. */
export function usedByTemplates(templates: readonly WorkflowTemplate[]): readonly Identifier[] {
  return templates.flatMap((template) => [...nodesOf(template)].flatMap((node) => usedByNode(node) ?? []));
}

/** The workflow of a message with its sub-workflows. */
export function templatesOf({
  template,
  subWorkflows,
}: Extract<SerializedEntity, { readonly kind: "workflow" }>["message"]): readonly WorkflowTemplate[] {
  return template === undefined ? subWorkflows : [template, ...subWorkflows];
}

/** What must be registered before an entity. A sub-workflow is part of the message itself. */
export function usedIds(entity: SerializedEntity): readonly Identifier[] {
  if (entity.kind === "task") return [];
  if (entity.kind === "launch-plan") {
    const workflow = entity.message.spec?.workflowId;
    return workflow === undefined ? [] : [workflow];
  }
  return usedByTemplates(templatesOf(entity.message));
}
