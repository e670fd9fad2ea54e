import { errors } from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import type { WorkflowRule } from "./rule.js";

// What flyteadmin takes as it comes; an installation may allow more, or any number.
const MOST_NODES = 100;

/**
 * A workflow has at least one node, which Flyte's compiler asks, and the outermost not too many, which flyteadmin
 * asks when it is registered. Nodes inside nodes do not count there.
 */
export const size: WorkflowRule = ({ template: { nodes }, workflow, isMain }) => {
  if (nodes.length === 0) {
    return [toProblem(errors.WORKFLOW_EMPTY({ workflow }), { backendCode: "NoNodesFound" })];
  }
  if (!isMain || nodes.length <= MOST_NODES) return [];
  const error = errors.WORKFLOW_TOO_LARGE({ workflow, nodes: nodes.length, limit: MOST_NODES });
  return [toProblem(error, { severity: "warning" })];
};
