import { shortName } from "@flytekit-ts/core/graph";
import { ResourceType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";

/** The id of the only node. */
export const LONE = "n0";

/** A workflow of one node that runs an entity: how a task or launch plan is shown, which has no graph of its own. */
export function loneTemplate(id: idl.Identifier, declared: idl.TypedInterface): idl.WorkflowTemplate {
  const names = (map: idl.VariableMap | undefined): string[] => [...(map?.variables.keys() ?? [])];
  const taken =
    (nodeId: string) =>
    (name: string): idl.Binding => ({
      var: name,
      binding: { value: { $case: "promise", value: { nodeId, var: name, attrPath: [] } }, union: undefined },
    });
  return {
    id: { ...id, resourceType: ResourceType.WORKFLOW, name: `${id.name} alone` },
    metadata: undefined,
    interface: declared,
    nodes: [
      {
        id: LONE,
        metadata: {
          name: shortName(id.name),
          timeout: undefined,
          retries: undefined,
          interruptibleValue: undefined,
          cacheableValue: undefined,
          cacheVersionValue: undefined,
          cacheSerializableValue: undefined,
          config: new Map(),
        },
        inputs: names(declared.inputs).map(taken("")),
        upstreamNodeIds: [],
        outputAliases: [],
        target:
          id.resourceType === ResourceType.LAUNCH_PLAN
            ? { $case: "workflowNode", value: { reference: { $case: "launchplanRef", value: id } } }
            : {
                $case: "taskNode",
                value: { reference: { $case: "referenceId", value: id }, overrides: undefined },
              },
      },
    ],
    outputs: names(declared.outputs).map(taken(LONE)),
    failureNode: undefined,
    metadataDefaults: undefined,
  };
}
