import type { Literals } from "@flytekit-ts/core/tasks";
import { runWorkflow } from "../graph/run-workflow.js";
import type { LaunchPlanTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/**
 * Run a launch plan: an execution of its own, under the policy of its own workflow.
 *
 * It has nothing of the execution around it but its inputs; it ends when that does.
 */
export function runLaunchPlanNode(
  { node: { target }, path, inputs }: NodeRun<LaunchPlanTarget>,
  scope: Scope,
): Promise<Literals> {
  const { plan, defaults, fixed } = target;
  const whole = new Map([...defaults, ...inputs, ...fixed]);
  return scope.within(
    (child) => runWorkflow({ plan, inputs: whole, prefix: `${path}>` }, child),
    plan.policy,
  );
}
