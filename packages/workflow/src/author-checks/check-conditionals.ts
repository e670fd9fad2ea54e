import { coreErrors } from "@flytekit-ts/core/errors";
import { describeTarget, type Expression, isConjunction } from "@flytekit-ts/core/graph";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { armNodesOf, type BranchEntity, isBranch } from "../conditional/branch-entity.js";
import { targetsIn } from "../conditional/targets-in.js";
import * as errors from "../errors.js";
import type { Graph } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { type Problem, toProblem } from "../problem/problem.js";

/** Unused conditions, conditionals without a last arm, and conditionals whose arms would share a name. */
export function conditionalProblems(graph: Graph): readonly Problem[] {
  const { unusedConditions, openConditionals, workflow } = graph;
  const unused = unusedConditions.map(({ expression, place }) => {
    const params = { workflow: workflow.name, condition: describeExpression(expression) };
    return toProblem(errors.CONDITION_UNUSED(params), { place });
  });
  const open = openConditionals.map(({ name, place }) =>
    toProblem(errors.CONDITIONAL_UNFINISHED({ conditional: name }), { place }),
  );
  return [...unused, ...(isOneUsed(graph) ? [] : open), ...nameProblems(graph)];
}

// If an unfinished conditional was passed as a value, the fault of that value reports it.
function isOneUsed({ faults }: Graph): boolean {
  return faults.some(
    (each) => coreErrors.BINDING_TYPE_MISMATCH.is(each) && each.params.fault === "unfinished",
  );
}

// More would say nothing to a reader.
const MOST_JOINS = 8;

/** A condition as it was written. Its constants are left out, since they may be secret. */
function describeExpression(expression: Expression): string {
  const joins: string[] = [];
  let first = expression;
  // Without recursion, since a loop may join thousands.
  for (; isConjunction(first); first = first.left) joins.push(`.${first.operator}(...)`);
  const [target] = targetsIn(first);
  const joined =
    joins.length > MOST_JOINS ? [...joins.slice(-MOST_JOINS).toReversed(), "..."] : joins.toReversed();
  return `${target === undefined ? "..." : describeTarget(target)}.${first.operator}(...)${joined.join("")}`;
}

// An arm of several nodes becomes a sub-workflow named after the conditional.
function nameProblems(graph: Graph): readonly Problem[] {
  const named = new Set<string>();
  return walkGraph(graph).flatMap(({ node: { entity, place }, nodeId }) => {
    if (!isBranch(entity)) return [];
    const names = armWorkflowsOf(entity);
    const isTaken = names.some((name) => named.has(name));
    for (const name of names) named.add(name);
    if (!isTaken) return [];
    const params = { conditional: entity.name, workflow: graph.workflow.name };
    return [toProblem(errors.CONDITIONAL_NAME_TWICE(params), { nodeId, place })];
  });
}

function armWorkflowsOf(branch: BranchEntity): readonly string[] {
  return armNodesOf(branch).flatMap(({ entity }) => (isArmWorkflow(entity) ? [entity.name] : []));
}
