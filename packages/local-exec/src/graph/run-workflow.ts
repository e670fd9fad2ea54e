import type { Literals } from "@flytekit-ts/core/tasks";
import type { Scope } from "../scope/scope.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import { runFailureNode } from "./run-failure-node.js";
import { type GraphRun, runGraph } from "./run-graph.js";

/**
 * Run a workflow: its graph and, if the graph fails, its failure handler.
 *
 * Before the handler starts, tasks of the workflow that still run are told to stop. Afterwards the workflow fails
 * with its own error, or with the error of the handler if that failed too. If the workflow was ended from outside,
 * the handler does not run.
 */
export function runWorkflow(graph: GraphRun, scope: Scope): Promise<Literals> {
  const { failureNode } = graph.plan;
  return failureNode === undefined ? runGraph(graph, scope) : runGuarded(graph, scope);
}

async function runGuarded(graph: GraphRun, scope: Scope): Promise<Literals> {
  try {
    return await scope.within((nodes) => runGraph(graph, nodes));
  } catch (cause) {
    const error = toFlytekitError(cause);
    if (!scope.isOver) await runFailureNode(graph, error, scope);
    throw error;
  }
}
