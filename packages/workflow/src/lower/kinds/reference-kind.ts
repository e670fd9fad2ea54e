import type * as idl from "@flytekit-ts/models/core";
import { unreachable } from "@flytekit-ts/core/errors";
import { shortName } from "@flytekit-ts/core/graph";
import { type ReferenceEntity, referenceId } from "../../reference/reference-entity.js";
import type { NodeKind } from "./node-kind.js";

/** How nodes of references are lowered. The check of the graph refuses nodes of referenced workflows. */
export const referenceKind: NodeKind<ReferenceEntity> = {
  defaults: ({ name }) => ({ name: shortName(name) }),
  target: (_node, { reference }) => {
    const id = referenceId(reference);
    switch (reference.kind) {
      case "task":
        return {
          $case: "taskNode",
          value: { reference: { $case: "referenceId", value: id }, overrides: undefined },
        };
      case "launch-plan":
        return workflowNode({ $case: "launchplanRef", value: id });
      case "workflow":
        return workflowNode({ $case: "subWorkflowRef", value: id });
      default:
        return unreachable(reference.kind);
    }
  },
  uses: () => [],
};

function workflowNode(reference: idl.WorkflowNode["reference"]): idl.Node["target"] {
  return { $case: "workflowNode", value: { reference } };
}
