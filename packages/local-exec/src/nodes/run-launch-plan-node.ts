import type { Literals } from "@flytekit-ts/core/tasks";
import { runWorkflow } from "../graph/run-workflow.js";
import type { LaunchPlanTarget } from "../plan/plan.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/**
 * Run a launch plan as a separate execution, under the failure policy of its own workflow.
 *
 * It gets only its inputs from the outer execution, and ends when the outer execution ends.
 */
export function runLaunchPlanNode(
  { node: { target }, path, inputs }: NodeRun<LaunchPlanTarget>,
  scope: Scope,
): Promise<Literals> {
  const { plan, defaults, fixed } = target;
  const whole = new Map([...defaults, ...inputs, ...fixed]);
  return scope.within((child) => runWorkflow({ plan, inputs: whole, path, prefix: `${path}>` }, child), {
    policy: plan.policy,
  });
}
