import type { Literals } from "@flytekit-ts/core/tasks";
import { runWorkflow } from "../graph/run-workflow.js";
import type { WorkflowTarget } from "../plan/plan.js";
import { insideOf } from "./attempts/inside-of.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/** Run a sub-workflow as part of the same execution, under the failure policy of the root. */
export function runWorkflowNode(given: NodeRun<WorkflowTarget>, scope: Scope): Promise<Literals> {
  const { node, path, inputs } = given;
  return runWorkflow({ plan: node.target.plan, inputs, path, prefix: `${insideOf(given)}/` }, scope);
}
