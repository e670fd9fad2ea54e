import { shortName } from "@flytekit-ts/core/graph";
import { graphOf } from "../../graph/graph.js";
import type { LaunchPlanEntity } from "../../launch-plan/launch-plan-entity.js";
import { workflowId } from "../../messages/workflow-id.js";
import { isReference } from "../../reference/reference-entity.js";
import type { WorkflowEntity } from "../../trace/workflow-entity.js";
import type { NodeDefaults } from "../parts/lower-metadata.js";
import type { NodeKind } from "./node-kind.js";

/** How nodes of sub-workflows are lowered. */
export const workflowKind: NodeKind<WorkflowEntity> = {
  defaults: workflowDefaults,
  target: (_node, entity, { settings }) => ({
    $case: "workflowNode",
    value: { reference: { $case: "subWorkflowRef", value: workflowId(entity, settings) } },
  }),
  uses: (entity) => {
    const { nodes, failureNode } = graphOf(entity);
    return [...nodes, ...(failureNode === undefined ? [] : [failureNode.node])].map((node) => node.entity);
  },
};

function workflowDefaults({ name, settings }: WorkflowEntity): NodeDefaults {
  return { name: shortName(name), interruptible: settings.interruptible };
}

/** Defaults of the nodes of a launch plan. As in flytekit these are those of its workflow, the name included. */
export function planDefaults({ workflow }: LaunchPlanEntity): NodeDefaults {
  return isReference(workflow) ? { name: shortName(workflow.name) } : workflowDefaults(workflow);
}
