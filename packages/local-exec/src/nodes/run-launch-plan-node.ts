import type { Literals } from "@flytekit-ts/core/tasks";
import { runWorkflow } from "../graph/run-workflow.js";
import type { LaunchPlanTarget } from "../plan/plan.js";
import { childExecutionId } from "./attempts/child-execution-id.js";
import { insideOf } from "./attempts/inside-of.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";

/**
 * Run a launch plan as a separate execution, under the failure policy of its own workflow.
 *
 * It gets only its inputs from the outer execution, has an id of its own, and ends when the outer execution ends.
 */
export function runLaunchPlanNode(given: NodeRun<LaunchPlanTarget>, scope: Scope): Promise<Literals> {
  const { node, path, inputs } = given;
  const { plan, defaults, fixed, overwritesCache } = node.target;
  const whole = new Map([...defaults, ...inputs, ...fixed]);
  const prefix = `${insideOf(given)}>`;
  return scope.within((child) => runWorkflow({ plan, inputs: whole, path, prefix }, child), {
    policy: plan.policy,
    interruptible: plan.interruptible,
    overwritesCache: overwritesCache || scope.overwritesCache,
    executionId: childExecutionId(given, scope.executionId),
  });
}
