import type { Literals } from "@flytekit-ts/core/tasks";
import type { Scope } from "../scope/scope.js";
import { toFlytekitError } from "../scope/to-flytekit-error.js";
import { runFailureNode } from "./run-failure-node.js";
import { type GraphRun, runGraph } from "./run-graph.js";

/**
 * Run a workflow: its graph and, if that fails, its failure handler.
 *
 * The handler runs when nothing else of the workflow does: what still runs is told to stop. Then the workflow
 * fails as it did, or with what the handler failed with. What is ended from outside does not come to that.
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
