import type * as idl from "@flytekit-ts/models/core";
import { OnFailurePolicy, type SerializationSettings, toIdlInterface } from "@flytekit-ts/core/plugin";
import type { WorkflowSettings } from "../function/workflow-entity.js";
import { copyMessage } from "./copy-message.js";
import type { Graph } from "./graph.js";
import { lowerBinding } from "./lower-binding.js";
import { lowerNode } from "./lower-node.js";
import { workflowId } from "./workflow-id.js";

/** The template that the backend registers for a workflow. */
export function lowerWorkflow(graph: Graph, settings: SerializationSettings): idl.WorkflowTemplate {
  const { workflow, nodes, outputs } = graph;
  return {
    id: workflowId(workflow, settings),
    metadata: toIdlWorkflowMetadata(workflow.settings),
    interface: copyMessage(toIdlInterface(workflow.interface)),
    nodes: nodes.map((node) => lowerNode(node, graph, settings)),
    outputs: outputs.map((output) => lowerBinding(output, graph)),
    failureNode: undefined,
    metadataDefaults: toIdlWorkflowMetadataDefaults(workflow.settings),
  };
}

/** What the backend does with a workflow as a whole. */
export function toIdlWorkflowMetadata({ failurePolicy }: WorkflowSettings): idl.WorkflowMetadata {
  const { FAIL_IMMEDIATELY, FAIL_AFTER_EXECUTABLE_NODES_COMPLETE } = OnFailurePolicy;
  const onFailure =
    failurePolicy === "fail-immediately" ? FAIL_IMMEDIATELY : FAIL_AFTER_EXECUTABLE_NODES_COMPLETE;
  return { qualityOfService: undefined, onFailure, tags: new Map() };
}

/** What nodes inherit that do not say it themselves. */
export function toIdlWorkflowMetadataDefaults({
  interruptible,
}: WorkflowSettings): idl.WorkflowMetadataDefaults {
  return { interruptible };
}
