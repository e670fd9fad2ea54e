import * as errors from "../../errors.js";
import { NO_PROBLEMS, toProblem } from "../../problem/problem.js";
import type { Entity } from "../sites/entities.js";
import type { InputRule } from "../workflow-rules/rule.js";

// flyteadmin took one second for twelve layers of two workflows that call everything below twice: some 4,000 passes.
// Four more layers took it 20 seconds.
const MOST_PASSES = 2000;

/**
 * The sub-workflows of a workflow are not compiled too often.
 *
 * Flyte's compiler compiles a sub-workflow again for each distinct path on which it is reached. With layers that call
 * the layer below twice, each layer doubles the work, until the registration and each execution run into timeouts.
 */
export const compilePasses: InputRule = ({ nest: { scopes, calls } }) => {
  const [main] = scopes;
  if (main === undefined) return NO_PROBLEMS;
  const first = main.sites.flatMap(({ calls: called }) =>
    called?.entity?.kind === "workflow" ? [called.entity] : [],
  );
  const passes = countPasses(first, calls);
  if (passes <= MOST_PASSES) return NO_PROBLEMS;
  const { workflow } = main;
  const error = errors.SUB_WORKFLOWS_COMPILE_SLOWLY({ workflow, passes, limit: MOST_PASSES });
  return [{ ...toProblem(error, { severity: "warning" }), workflow }];
};

/**
 * How many paths lead from calls to the sub-workflows below them.
 *
 * Each sub-workflow is visited once, after all of its callers, so the count takes no longer than there are calls.
 * Those that contain themselves are never visited; they are another problem.
 */
function countPasses(first: readonly Entity[], calls: ReadonlyMap<Entity, readonly Entity[]>): number {
  const waiting = new Map<Entity, number>();
  for (const called of [first, ...calls.values()].flat()) waiting.set(called, (waiting.get(called) ?? 0) + 1);
  const paths = new Map<Entity, number>();
  const ready: Entity[] = [];
  const pass = (called: readonly Entity[], times: number): void => {
    for (const each of called) {
      paths.set(each, (paths.get(each) ?? 0) + times);
      const left = (waiting.get(each) ?? 0) - 1;
      waiting.set(each, left);
      if (left === 0) ready.push(each);
    }
  };
  pass(first, 1);
  let total = 0;
  for (const each of ready) {
    const times = paths.get(each) ?? 0;
    total += times;
    pass(calls.get(each) ?? [], times);
  }
  return total;
}
