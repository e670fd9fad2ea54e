import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import type { BackendCode } from "../../problem/backend-code.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import { describeNode } from "../bindings/fault.js";
import { STAGES } from "../sites/site.js";
import type { NodeRule } from "./rule.js";

/**
 * A node has a target: it calls a task, a workflow or a launch plan by its identifier, or repeats a node, or decides,
 * or waits. Flyte's compiler checks this when it works out the node's interface.
 */
export const targets: NodeRule = {
  stage: STAGES.interface,
  check({ id, node }, { names }) {
    const missing = missingIn(node);
    if (missing === undefined) return NO_PROBLEMS;
    const [part, backendCode] = missing;
    const error = errors.MESSAGE_INCOMPLETE({ at: describeNode(id, names), part });
    return [toProblem(error, { nodeId: id, backendCode })];
  },
};

function missingIn({ target }: idl.Node): readonly [string, BackendCode] | undefined {
  switch (target?.$case) {
    case undefined:
      return ["a target", "ValueRequired"];
    case "taskNode":
      return target.value.reference === undefined ? ["the task that it calls", "ValueRequired"] : undefined;
    case "workflowNode":
      return target.value.reference === undefined
        ? ["the workflow or launch plan that it calls", "WorkflowReferenceNotFound"]
        : undefined;
    case "arrayNode":
      return target.value.node === undefined ? ["the node that it repeats", "ValueRequired"] : undefined;
    default:
      return undefined;
  }
}
