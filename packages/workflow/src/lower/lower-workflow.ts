import type * as idl from "@flytekit-ts/models/core";
import { toIdlInterface } from "@flytekit-ts/core/graph";
import { OnFailurePolicy } from "@flytekit-ts/core/literals";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import type { WorkflowMetadata, WorkflowMetadataDefaults } from "../function/workflow-metadata.js";
import type { Graph } from "../graph/graph.js";
import { copyMessage } from "../messages/copy-message.js";
import { workflowId } from "../messages/workflow-id.js";
import { loweringOf } from "./lower-node.js";
import { lowerBinding } from "./parts/lower-binding.js";

/** The template that the backend registers for a workflow. */
export function lowerWorkflow(graph: Graph, settings: SerializationSettings): idl.WorkflowTemplate {
  const { workflow, nodes, ids, outputs, failureNode } = graph;
  const { failurePolicy, interruptible } = workflow.settings;
  const lowering = loweringOf(graph, settings);
  return {
    id: workflowId(workflow, settings),
    metadata: toIdlWorkflowMetadata({ onFailure: failurePolicy }),
    interface: copyMessage(toIdlInterface(workflow.interface)),
    nodes: nodes.map((node, index) => lowering.lowerNode(node, ids[index] ?? "")),
    outputs: outputs.map((output) => lowerBinding(output, graph)),
    failureNode: failureNode && lowering.lowerNode(failureNode.node, failureNode.id),
    metadataDefaults: toIdlWorkflowMetadataDefaults({ interruptible }),
  };
}

/** The settings of a workflow as a whole, as IDL. */
export function toIdlWorkflowMetadata(metadata: WorkflowMetadata): idl.WorkflowMetadata {
  const { FAIL_IMMEDIATELY, FAIL_AFTER_EXECUTABLE_NODES_COMPLETE } = OnFailurePolicy;
  const onFailure =
    metadata.onFailure === "fail-immediately" ? FAIL_IMMEDIATELY : FAIL_AFTER_EXECUTABLE_NODES_COMPLETE;
  return { qualityOfService: undefined, onFailure, tags: new Map() };
}

/** The settings that nodes inherit unless they have their own, as IDL. */
export function toIdlWorkflowMetadataDefaults({
  interruptible,
}: WorkflowMetadataDefaults): idl.WorkflowMetadataDefaults {
  return { interruptible };
}
