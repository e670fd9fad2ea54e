import * as errors from "../../errors.js";
import { toProblem } from "../../problem/problem.js";
import type { WorkflowRule } from "./rule.js";

// The default limit of flyteadmin. An installation may set another limit, or none.
const MOST_NODES = 100;

/**
 * A workflow has at least one node, and one that is registered has not too many. Flyte's compiler checks the first,
 * flyteadmin the second at registration. Nodes inside other nodes do not count.
 */
export const size: WorkflowRule = ({ template: { nodes }, workflow, isRegistered }) => {
  if (nodes.length === 0) {
    return [toProblem(errors.WORKFLOW_EMPTY({ workflow }), { backendCode: "NoNodesFound" })];
  }
  if (!isRegistered || nodes.length <= MOST_NODES) return [];
  const error = errors.WORKFLOW_TOO_LARGE({ workflow, nodes: nodes.length, limit: MOST_NODES });
  return [toProblem(error, { severity: "warning" })];
};
