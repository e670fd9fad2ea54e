import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode } from "../plan/plan.js";
import { resolveBindings } from "../resolve/resolve-binding.js";
import type { Outcome, Surroundings } from "../scope/node-run.js";
import type { Scope } from "../scope/scope.js";
import { tellFailed } from "../scope/tell.js";

/** Resolve the inputs of a node whose upstream nodes are done, and run it. @throws `ATTRIBUTE_NOT_FOUND` */
export function enterNode(
  node: PlannedNode,
  path: string,
  around: Surroundings,
  scope: Scope,
): Promise<Outcome> {
  let inputs: Literals;
  try {
    inputs = resolveBindings(node.message.inputs, around.outputsOf, `${node.entity} (node ${path})`);
  } catch (cause) {
    const failed = { attempt: 0, cause, duration: 0, retrying: false };
    return Promise.reject(tellFailed({ node, path }, failed, scope));
  }
  return scope.run.runNode({ node, path, inputs, around, item: undefined }, scope);
}
