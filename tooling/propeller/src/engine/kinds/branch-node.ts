import type * as idl from "@flytekit-ts/models/core";
import { NodeFailure } from "../../values/failure.js";
import type { Literals } from "../../values/literals.js";
import type { Place, Scope } from "../scope.js";
import { insideOf } from "./inside-of.js";

/**
 * Run the arm of a branch whose condition holds. The others never start.
 *
 * The arm finds what it needs around the branch, which may have been decided before that is there. If the arm is skipped,
 * the branch succeeds all the same, and has no outputs.
 *
 * @throws `NodeFailure`: the arm's, `UserProvidedError`, `MalformedBranchUserError`
 */
export async function runBranch(
  scope: Scope,
  place: Place,
  branch: idl.BranchNode,
  inputs: Literals,
): Promise<Literals | undefined> {
  const { rules } = scope.execution.options;
  const arm = rules.chooseArm(branch, inputs, rules.holds);
  const node = { ...arm, id: `${place.node.id}-${arm.id}` };
  const outcome = await scope.execution.run.node(scope, node, insideOf(place));
  scope.signal.throwIfAborted();
  if (outcome.phase === "FAILED") throw new NodeFailure(outcome.failure);
  return outcome.phase === "SUCCEEDED" ? outcome.outputs : undefined;
}
