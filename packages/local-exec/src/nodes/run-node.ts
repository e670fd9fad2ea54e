import type { Target } from "../plan/plan.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun, Outcome } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { runArrayNode } from "./run-array-node.js";
import { runBranchNode } from "./run-branch-node.js";
import { runDynamicNode } from "./run-dynamic-node.js";
import { runGateAttempts } from "./run-gate-node.js";
import { runLaunchPlanNode } from "./run-launch-plan-node.js";
import { runMissingNode } from "./run-missing-node.js";
import { runTaskNode } from "./run-task-node.js";
import { runWorkflowNode } from "./run-workflow-node.js";
import { timed } from "./attempts/timed.js";
import { type RunNode, told } from "./attempts/told.js";
import { childExecutionId } from "./attempts/child-execution-id.js";

const kinds: { readonly [K in Target["kind"]]: RunNode<Extract<Target, { readonly kind: K }>> } = {
  task: runTaskNode,
  dynamic: runDynamicNode,
  workflow: timed(runWorkflowNode, { words: "sub-workflow" }),
  "launch-plan": timed(runLaunchPlanNode, {
    words: "launch plan",
    execution: (given, scope) => childExecutionId(given, scope.executionId),
  }),
  branch: timed(runBranchNode, { words: "conditional" }),
  array: timed(runArrayNode, { words: "map" }),
  gate: runGateAttempts,
  missing: told(runMissingNode),
};

/**
 * Run a node of any kind, unless an earlier run has its outcome. Each kind has its own file, and an entry in the one
 * table above.
 */
export function runNode(given: NodeRun, scope: Scope): Maybe<Outcome> {
  const amended = scope.run.history?.amend?.(given);
  return amended === undefined
    ? runUnlessKnown(given, scope)
    : amended.then((other) => runUnlessKnown(other, scope));
}

function runUnlessKnown(given: NodeRun, scope: Scope): Maybe<Outcome> {
  const run = kinds[given.node.target.kind] as RunNode<Target>;
  const { history, journaling } = scope.run;
  journaling?.enter(given);
  if (history === undefined) return run(given, scope);
  const known = history.find(given, scope);
  if (!(known instanceof Promise)) return known ?? run(given, scope);
  return known.then((outcome) => outcome ?? run(given, scope));
}
