import {
  type DynamicJobSpec,
  type Identifier,
  ResourceType,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import type { NodeExecutionEvent } from "@flytekit-ts/models/event";
import type { Telling } from "./telling.js";

/** What a dynamic task left. */
export interface Made {
  readonly made: DynamicJobSpec;
  /** Where it lies. */
  readonly uri: string;
}

/** Tells that a dynamic task has made nodes, and which. */
export function tellMade({ reporter, id }: Telling, event: NodeExecutionEvent, { made, uri }: Made): void {
  const workflowId: Identifier = {
    resourceType: ResourceType.WORKFLOW,
    project: id.project,
    domain: id.domain,
    name: `dynamic_${event.specNodeId}`,
    version: `${id.name}-${event.id?.nodeId}`,
    org: "",
  };
  const template = WorkflowTemplate.create({ id: workflowId, nodes: made.nodes, outputs: made.outputs });
  const compiledWorkflow = {
    primary: { template, connections: undefined },
    subWorkflows: made.subworkflows.map((each) => ({ template: each, connections: undefined })),
    tasks: made.tasks.map((each) => ({ template: each })),
    launchPlans: [],
  };
  const dynamicWorkflow = { id: workflowId, compiledWorkflow, dynamicJobSpecUri: uri };
  const value = {
    cacheStatus: 0,
    catalogKey: undefined,
    reservationStatus: 0,
    checkpointUri: "",
    dynamicWorkflow,
  } as const;
  reporter.node({
    ...event,
    isParent: true,
    isDynamic: true,
    targetMetadata: { $case: "taskNodeMetadata", value },
  });
}
