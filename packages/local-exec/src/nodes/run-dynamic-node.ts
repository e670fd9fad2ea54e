import type { TaskContext } from "@flytekit-ts/core";
import { fetchLiterals } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { compileDynamic, type CompiledWorkflow, failingAsTask } from "@flytekit-ts/workflow/compile";
import { errors } from "../errors.js";
import { answersFor } from "../given/answers-for.js";
import { assertNoneMissing } from "../given/assert-none-missing.js";
import { runGraph } from "../graph/run-graph.js";
import { ALLOWED } from "../plan/allowed.js";
import type { DynamicTarget } from "../plan/plan.js";
import { planOf } from "../plan/plan-of.js";
import { insideOf } from "./attempts/inside-of.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { runAttempts, type RunOnce } from "./run-attempts.js";

/** How many graphs of dynamics may be inside each other. A recursion without end must end before the memory does. */
const DEEPEST = 10_000;

/**
 * Run the body of a dynamic like a task, and then the graph that the body made.
 *
 * The graph runs under the failure policy of the root, like a sub-workflow. It has no inputs: all its values are in
 * its message. If a node of the graph fails, the dynamic does not retry.
 *
 * @throws `DYNAMIC_TOO_DEEP`, `MOCK_MISSING`, `GATES_INVALID`, and what `compileDynamic` throws.
 */
export function runDynamicNode(given: NodeRun<DynamicTarget>, scope: Scope): Maybe<Literals> {
  const { cache } = scope.run;
  if (cache?.isFor(given) !== true) return runAttempts(given, scope, runOnce);
  return cache.through(given, scope, () => runAttempts(given, scope, runOnce));
}

const runOnce: RunOnce<DynamicTarget> = async (given, { context, store, slot, scope }) => {
  const inputs = await fetchLiterals(given.inputs, store);
  const result = compileDynamic(failingAsTask(given.node.target.task), inputs, undefined, ALLOWED);
  slot.giveBack();
  return result.kind === "outputs" ? result.outputs : runMade(result.compiled, given, { scope, context });
};

function runMade(
  compiled: CompiledWorkflow,
  { node, path }: NodeRun<DynamicTarget>,
  { scope, context }: { readonly scope: Scope; readonly context: TaskContext },
): Promise<Literals> {
  const depth = scope.depth + 1;
  if (depth > DEEPEST) throw errors.DYNAMIC_TOO_DEEP({ dynamic: node.entity, node: path, limit: DEEPEST });
  const plan = planOf(compiled, scope.run.mocks);
  const runs = `The graph of ${node.entity} (node ${path})`;
  // What cannot run here may have its outcome from an earlier run.
  if (scope.run.history === undefined) assertNoneMissing(plan, runs);
  answersFor(plan, scope.run.gates.scripted.values, runs);
  const { attempt } = context;
  const prefix = `${insideOf({ path, attempt })}/`;
  scope.run.journaling?.made({ path, prefix, plan });
  return scope.within((made) => runGraph({ plan, inputs: new Map(), path, prefix }, made), { depth });
}
