import { fetchLiterals } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { evaluateCondition } from "../conditions/evaluate-condition.js";
import { errors } from "../errors.js";
import { enterNode } from "../graph/enter-node.js";
import type { BranchTarget, PlannedNode } from "../plan/plan.js";
import { insideOf } from "./attempts/inside-of.js";
import { type NodeRun, type Outcome, SKIPPED } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellSkipped } from "../scope/tell.js";

/**
 * Run the first arm of a branch whose condition holds. The other arms never start.
 *
 * The arm is part of the same graph as the branch. It waits there for its own upstream nodes, which are not upstream
 * of the branch. The outputs of the arm are the outputs of the branch.
 *
 * @throws `BRANCH_FAILED` if no arm is taken, `CONDITION_MALFORMED`.
 */
export async function runBranchNode(given: NodeRun<BranchTarget>, scope: Scope): Promise<Outcome> {
  const { around } = given;
  const arm = choose({ ...given, inputs: await fetchLiterals(given.inputs, scope.run.store) });
  const path = `${insideOf(given)}/${arm.id}`;
  if (await around.haveArrived(arm.message.upstreamNodeIds)) return enterNode(arm, path, around, scope);
  tellSkipped({ node: arm, path }, scope);
  return SKIPPED;
}

function choose({ node, path, inputs }: NodeRun<BranchTarget>): PlannedNode {
  const { arms, otherwise, message } = node.target;
  const at = `conditional ${node.entity} (node ${path})`;
  const taken = arms.find(({ condition }) => holds(condition, inputs, at))?.node ?? otherwise;
  if (taken !== undefined) return taken;
  throw errors.BRANCH_FAILED({ conditional: node.entity, node: path, message });
}

function holds(condition: Parameters<typeof evaluateCondition>[0], inputs: Literals, at: string): boolean {
  try {
    return evaluateCondition(condition, inputs);
  } catch (cause) {
    if (!errors.CONDITION_MALFORMED.is(cause)) throw cause;
    throw errors.CONDITION_MALFORMED({ ...cause.params, at }, { cause });
  }
}
